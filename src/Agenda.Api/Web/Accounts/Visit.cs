namespace Agenda.Api.Web.Accounts;

/// <summary>What a page is shown with.</summary>
/// <param name="Address">The address of the page.</param>
/// <param name="Csrf">What every form of the page sends back, so that no other site can send it.</param>
/// <param name="Visitor">Who is signed in; null for nobody.</param>
/// <param name="Posted">The form that was just sent and is shown again, with what is wrong; null otherwise.</param>
/// <param name="Done">What the last form did, as a sentence; null when there is nothing to say.</param>
public sealed record Visit(string Address, string Csrf, Visitor? Visitor, PostedForm? Posted, string? Done);

/// <summary>Somebody who is signed in.</summary>
public sealed record Visitor(string Name, bool Administrator);
