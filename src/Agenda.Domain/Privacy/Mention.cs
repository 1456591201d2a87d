namespace Agenda.Domain.Privacy;

/// <summary>A text of the programme or of a release, and where it stands.</summary>
public readonly record struct PlacedText(TextPlace Place, string Text);

/// <summary>Where a text stands: what it is, of which session, contribution or person.</summary>
/// <param name="Field">Such as "title", "abstract", "biography", "room".</param>
/// <param name="Session">The code of the session.</param>
/// <param name="Contribution">The code of the contribution within the session.</param>
/// <param name="Person">Whose it is.</param>
public readonly record struct TextPlace(string Field, string? Session = null, string? Contribution = null, PersonId? Person = null);

/// <summary>A place where somebody may be meant, for a human to look at.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Excerpt">What is around it.</param>
/// <param name="InProgramme">Whether it stands in the programme as it is now.</param>
/// <param name="Releases">The releases in which it stands, in rising order.</param>
public sealed record Mention(TextPlace Place, string Excerpt, bool InProgramme, IReadOnlyList<int> Releases);
