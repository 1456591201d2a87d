namespace Agenda.Api.Security;

/// <summary>Marks public operations for the contract whose answer is another one for callers with the organisers' key.</summary>
internal sealed class TellsOrganisersMore;
