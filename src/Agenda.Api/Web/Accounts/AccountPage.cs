using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Web.Accounts;

/// <summary>A page that knows who reads it.</summary>
public abstract class AccountPage : ComponentBase
{
    [Parameter, EditorRequired]
    public Visit Visit { get; set; } = null!;
}
