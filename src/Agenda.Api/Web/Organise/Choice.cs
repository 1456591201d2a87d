namespace Agenda.Api.Web.Organise;

/// <summary>Something to choose in a field.</summary>
/// <param name="Amount">The usual minutes of a type, the seats of a room.</param>
public sealed record Choice(string Value, string Name, int? Amount = null);
