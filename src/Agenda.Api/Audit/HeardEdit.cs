using Agenda.Domain;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Audit;

/// <summary>An edit as streams hear of it: an entry of the trace without what was changed.</summary>
internal sealed record HeardEdit(string Key, Instant At, string By, string Kind, string? Act, Guid? Subject, string? Label, SessionId? Session)
{
    /// <summary>More at once are not told one by one.</summary>
    public const int Most = 500;

    /// <summary>Whether it is about the programme, and not about who may do what.</summary>
    public bool IsOfProgramme => Kind is not (AuditKinds.Account or AuditKinds.Membership or AuditKinds.Invitation or AuditKinds.ApiToken);

    /// <summary>The entries, oldest first.</summary>
    public static Task<List<HeardEdit>> ListAsync(IQueryable<AuditEntry> entries, CancellationToken cancellation) =>
        entries.OrderBy(e => e.Key).Select(e => new HeardEdit(e.Key, e.At, e.By, e.Kind, e.Act, e.Subject, e.Label, e.SessionId)).ToListAsync(cancellation);
}

/// <summary>What was heard at one time.</summary>
/// <param name="Edits">Those of the programme; empty where they are too many to be told one by one.</param>
/// <param name="Last">The greatest key among all.</param>
/// <param name="AreMany">Whether they are too many.</param>
internal sealed record HeardEdits(IReadOnlyList<HeardEdit> Edits, string Last, bool AreMany)
{
    public static HeardEdits Of(List<HeardEdit> all, string last) => new(all.Count > HeardEdit.Most ? [] : all.FindAll(e => e.IsOfProgramme), last, all.Count > HeardEdit.Most);
}
