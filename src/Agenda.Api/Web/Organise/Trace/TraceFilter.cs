using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web.Organise.Trace;

/// <summary>Which edits are asked for. What is left empty leaves all; a value that nothing has leaves nothing.</summary>
public sealed record TraceFilter
{
    /// <summary>The id of a session, also of one that is gone.</summary>
    [FromQuery(Name = "session")]
    public string? Session { get; init; }

    /// <summary>The id of a person, also of one that is gone.</summary>
    [FromQuery(Name = "person")]
    public string? Person { get; init; }

    /// <summary>The id of the account that did it.</summary>
    [FromQuery(Name = "account")]
    public string? Account { get; init; }

    /// <summary>As in the API, such as "session type".</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>The first day, in the conference's time.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day, in the conference's time.</summary>
    [FromQuery(Name = "until")]
    public string? Until { get; init; }

    /// <summary>The key of the last entry of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    internal IQueryable<AuditEntry> Of(ConferenceId conference, ConferenceZone zone, IQueryable<AuditEntry> all)
    {
        var entries = new Api.Audit.AuditQuery { Session = Id(Session), Person = Id(Person), Account = Id(Account) }.Of(conference, all);
        if (!string.IsNullOrEmpty(Kind))
        {
            var kind = Kind;
            entries = entries.Where(e => e.Kind == kind);
        }

        if (Day(From) is { } first)
        {
            var begin = zone.Rules.AtStartOfDay(first).ToInstant();
            entries = entries.Where(e => e.At >= begin);
        }

        if (Day(Until) is { } last)
        {
            var end = zone.Rules.AtStartOfDay(last.PlusDays(1)).ToInstant();
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    /// <summary>The query of an address with these filters.</summary>
    public string Query(string? after = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])
            [("session", Session), ("person", Person), ("account", Account), ("kind", Kind), ("from", From), ("until", Until), ("after", after)])
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return query.ToString();
    }

    // What is no id is nobody's.
    private static Guid? Id(string? said) => string.IsNullOrEmpty(said) ? null : Guid.TryParse(said, out var id) ? id : Guid.Empty;

    // Of years that no database has no day is asked for.
    private static LocalDate? Day(string? said) => LocalDatePattern.Iso.Parse(said ?? "") is { Success: true, Value: { Year: > 1900 and < 9000 } day } ? day : null;
}
