using Agenda.Domain.Privacy;
using Agenda.Infrastructure.Privacy;

namespace Agenda.Api.People;

/// <summary>What an erasure did, and what is left for a human.</summary>
public sealed record ErasureResponse
{
    /// <summary>What is left of the person; null where they were in releases only.</summary>
    public required PersonResponse? Person { get; init; }

    /// <summary>Whether it was only tried; then nothing was saved.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The codes of the sessions of the programme in which a placeholder stands now, or from which a text has gone.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    /// <summary>The numbers of the releases that were revised.</summary>
    public required IReadOnlyList<int> Releases { get; init; }

    /// <summary>Places where the person may still be meant, such as the family name by itself: nobody but a human can tell.</summary>
    public required IReadOnlyList<MentionLeft> Mentions { get; init; }

    /// <summary>How many more places there are than are listed.</summary>
    public required int MoreMentions { get; init; }

    internal static ErasureResponse Of(ErasureReport report, bool dryRun) => new()
    {
        Person = report.Person is { } person ? PersonResponse.Of(person) : null,
        DryRun = dryRun,
        Sessions = report.Sessions,
        Releases = report.Releases,
        Mentions = [.. report.Mentions.Select(MentionLeft.Of)],
        MoreMentions = report.MoreMentions,
    };
}

/// <summary>A place where an erased person may still be meant.</summary>
/// <param name="Field">What the text is, such as "title", "abstract", "notes", "biography" or "room".</param>
/// <param name="Session">The code of the session that it belongs to, if any.</param>
/// <param name="Contribution">The code of the contribution that it belongs to, if any.</param>
/// <param name="Person">The id of the person whom it is about, if any.</param>
/// <param name="Excerpt">What is around it.</param>
/// <param name="Programme">Whether it stands in the programme, where it can be edited.</param>
/// <param name="Releases">The releases in which it stands; what is to go from them has to be said with the erasure.</param>
public sealed record MentionLeft(string Field, string? Session, string? Contribution, Guid? Person, string Excerpt, bool Programme, IReadOnlyList<int> Releases)
{
    internal static MentionLeft Of(Mention m) => new(m.Place.Field, m.Place.Session, m.Place.Contribution, m.Place.Person?.Value, m.Excerpt, m.InProgramme, m.Releases);
}
