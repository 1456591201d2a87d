using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>Who is erased, and what goes with the name: the texts that nobody but they wrote and, where asked for, their titles.</summary>
public sealed class Erasure(PersonId person, NamesInTexts names)
{
    public PersonId Person => person;

    public NamesInTexts Names => names;

    /// <summary>Whether the titles of what only they wrote go, too.</summary>
    public bool Titles { get; init; }

    /// <summary>The sessions that were nothing but their talk, in any release: of one that is withdrawn only the title is left.</summary>
    public IReadOnlySet<SessionId> OwnTalks { get; init; } = new HashSet<SessionId>();

    /// <summary>The title of something that only they wrote, or of anything else.</summary>
    public string Title(string title, bool own) => own && Titles ? Withdrawn.Title : names.TakenFrom(title, Limits.Title);

    /// <summary>A text of something that only they wrote, or of anything else.</summary>
    public string? Text(string? text, bool own, int longest = Limits.Text) => own || text is null ? null : names.TakenFrom(text, longest);

    /// <summary>Links of others: what is shown for them.</summary>
    public IReadOnlyList<Link> Links(IReadOnlyList<Link> links) =>
        links.Any(l => names.StandIn(l.Title)) ? [.. links.Select(l => l with { Title = names.TakenFrom(l.Title, Limits.Title) })] : links;
}
