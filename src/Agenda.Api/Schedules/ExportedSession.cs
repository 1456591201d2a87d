using System.Globalization;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Schedules;

/// <summary>A session with a time as an event of a schedule file.</summary>
internal sealed class ExportedSession
{
    // Twenty-four hours are none to one reader, and more of them end the file for it.
    private const int LongestMinutes = (24 * 60) - 1;

    public ExportedSession(PublishedAgenda agenda, PublishedSession session, SlotTimes times, ExportedIdentities identities, string acronym, PublicAddress address)
    {
        (Session, Times) = (session, times);
        (Guid, Id) = identities.Of(session);
        Url = address.Session(agenda.Conference.Slug, session.Code);
        Slug = SlugOf(acronym, Id, session.Title);
        (Subtitle, Abstract) = ExportedText.Parted(session.Abstract);
        People = [.. session.People.Where(p => !p.IsErased).Select(p => new ExportedPerson(p, identities.Of(p), RoleOf(p, session)))];
        Description = ExportedText.Of(DescriptionOf(session));
    }

    public PublishedSession Session { get; }

    public SlotTimes Times { get; }

    public int Id { get; }

    public Guid Guid { get; }

    public string Url { get; }

    public string Slug { get; }

    public string Title => ExportedText.Of(Session.Title);

    public string Subtitle { get; }

    public string Abstract { get; }

    /// <summary>What the contributions are; the format has one text for each event and no events within events.</summary>
    public string Description { get; }

    /// <summary>Each once, whatever they do in how many contributions.</summary>
    public IReadOnlyList<ExportedPerson> People { get; }

    /// <summary>The length, cut to what all readers understand.</summary>
    public string Duration
    {
        get
        {
            var minutes = Math.Min(Session.Released.Minutes!.Value, LongestMinutes);
            return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:d2}:{minutes % 60:d2}");
        }
    }

    /// <summary>The day of the file: a night belongs to the evening before it.</summary>
    public LocalDate Day => Times.Start.LocalDateTime.PlusHours(-ExportedSchedule.DayChangeHour).Date;

    private static ExportedRole RoleOf(PublishedPerson person, PublishedSession session)
    {
        if (session.Contributions.Any(c => c.Authors.Any(a => a.Presenting && a.Person == person)))
            return ExportedRole.Speaker;
        return session.Chairs.Contains(person) ? ExportedRole.Moderator : ExportedRole.Contributor;
    }

    // The schema asks for four characters behind the acronym.
    private static string SlugOf(string acronym, int id, string title)
    {
        var rest = string.Create(CultureInfo.InvariantCulture, $"{id}-{Domain.Text.Slug.Of(title, "session")}");
        return $"{acronym}-{rest.PadLeft(4, '0')}";
    }

    private static string? DescriptionOf(PublishedSession session)
    {
        if (session.Contributions is [var only] && only.Released.Title == session.Title)
            return only.Released.Abstract;
        return string.Join('\n', session.Contributions.Select(Line));
    }

    private static string Line(PublishedContribution contribution)
    {
        var start = contribution.Start is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Hour:d2}:{at.Minute:d2} ") : "";
        var authors = string.Join(", ", contribution.Authors.Where(a => !a.Person.IsErased).Select(a => a.Person.Name));
        return $"- {start}{contribution.Released.Title}{(authors.Length == 0 ? "" : $" ({authors})")}";
    }
}

internal sealed record ExportedPerson(PublishedPerson Person, (Guid Guid, int Number) Identity, ExportedRole Role)
{
    public string Name => ExportedText.Of(Person.Name);
}

internal enum ExportedRole
{
    Speaker,
    Moderator,
    Contributor,
}
