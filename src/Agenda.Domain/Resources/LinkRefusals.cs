namespace Agenda.Domain.Resources;

/// <summary>Everything that adding live links can be refused for.</summary>
public static class LinkRefusals
{
    public static Refusal TooMany() => new("too-many-links", $"A session or contribution may have {Limits.LiveLinks} links beside those of the release at the most.");
}
