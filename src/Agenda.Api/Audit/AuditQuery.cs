using System.ComponentModel;
using Agenda.Domain;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Audit;

/// <summary>Which entries of a conference's trace are asked for.</summary>
internal readonly struct AuditQuery
{
    [FromQuery(Name = "session"), Description("Only what was done to this session, by its id; also when it is gone.")]
    public Guid? Session { get; init; }

    [FromQuery(Name = "person"), Description("Only what was done to what is entered of this person, by their id; also when it is gone.")]
    public Guid? Person { get; init; }

    [FromQuery(Name = "account"), Description("Only what was done by this account, by its id.")]
    public Guid? Account { get; init; }

    /// <summary>The entries of the conference that are asked for.</summary>
    public IQueryable<AuditEntry> Of(ConferenceId conference, IQueryable<AuditEntry> all)
    {
        var entries = all.Where(e => e.ConferenceId == conference);
        if (Session is { } said)
        {
            var session = new SessionId(said);
            entries = entries.Where(e => e.SessionId == session);
        }

        if (Person is { } person)
            entries = entries.Where(e => e.Kind == AuditKinds.Person && e.Subject == person);
        return By(Account, entries);
    }

    /// <summary>The entries of an account; without one all.</summary>
    public static IQueryable<AuditEntry> By(Guid? said, IQueryable<AuditEntry> entries)
    {
        if (said is null)
            return entries;

        var account = new AccountId(said.Value);
        return entries.Where(e => e.AccountId == account);
    }
}
