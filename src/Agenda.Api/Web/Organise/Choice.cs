namespace Agenda.Api.Web.Organise;

/// <summary>Something to choose in a field.</summary>
/// <param name="Minutes">The usual length of a session of this type.</param>
public sealed record Choice(string Value, string Name, int? Minutes = null);
