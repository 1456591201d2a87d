namespace Agenda.Api.Web.Accounts;

/// <summary>Marks what people reach in a browser: whoever is not let in is led to where they sign in, or told so on a page.</summary>
internal sealed class IsAccountPage;
