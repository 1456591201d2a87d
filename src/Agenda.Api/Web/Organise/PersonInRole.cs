namespace Agenda.Api.Web.Organise;

/// <summary>Somebody who chairs, discusses or writes.</summary>
/// <param name="Note">What tells them from others of the same name.</param>
public sealed record PersonInRole(Guid Id, string Name, string? Note, bool Presenting);
