using Agenda.Api.Contract;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Web.Accounts;

/// <summary>The pages on which people sign in and see to accounts: every one is a line here.</summary>
internal static class AccountPages
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<SigningIn>();
        services.AddScoped<Authenticator>();
        services.AddScoped<PasswordLetter>();
        services.AddSingleton<ForgottenPasswords>();
        if (!ContractDocument.IsBeingGenerated)
            services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(new IsAccountPage(), BodyLimit.Form)
            .AddEndpointFilter(Prepare).AddEndpointFilter<RepeatOnCollision>();
        MapForEverybody(pages.MapGroup("").AddEndpointFilter(FormOfOurs.Check));
        MapForOneself(pages.MapGroup("").Needs(Needs.ASignIn));
        MapForAdministrators(pages.MapGroup("/account/administration").Needs(Needs.ASignIn).Needs(Needs.AnAdministrator));
        MapForOwners(pages.MapGroup("/account/conferences/{slug}").Needs(Needs.ASignIn).Needs(Right.Own).AddEndpointFilter(Missing.UnlessConference));
    }

    private static void MapForEverybody(RouteGroupBuilder pages)
    {
        SignIn.Map(pages);
        SignInWithCode.Map(pages);
        SetUp.Map(pages);
        ReadInvitation.Map(pages);
        JoinByInvitation.Map(pages);
        AskForPassword.Map(pages);
        ChoosePassword.Map(pages);
        pages.MapGet("/account/{**rest}", Missing.Page).WithOrder(int.MaxValue);
    }

    private static void MapForOneself(RouteGroupBuilder pages)
    {
        SignOut.Map(pages);
        SignOutEverywhere.Map(pages);
        SignOutBrowser.Map(pages);
        YourAccount.Map(pages);
        EditName.Map(pages);
        ChangePassword.Map(pages);
        BeginSecondFactor.Map(pages);
        TurnSecondFactorOn.Map(pages);
        TurnSecondFactorOff.Map(pages);
        RenewRecoveryCodes.Map(pages);
        AddToken.Map(pages);
        RevokeToken.Map(pages);
        AcceptInvitation.Map(pages);
    }

    private static void MapForAdministrators(RouteGroupBuilder pages)
    {
        Administration.Map(pages);
        AddAccount.Map(pages);
        AdministeredAccount.Map(pages);
        MakePasswordLink.Map(pages);
        RemoveSecondFactor.Map(pages);
        DisableAccount.Map(pages);
        EnableAccount.Map(pages);
        MakeAdministrator.Map(pages);
        UnmakeAdministrator.Map(pages);
    }

    private static void MapForOwners(RouteGroupBuilder pages)
    {
        Members.Map(pages);
        Member.Map(pages);
        EditMember.Map(pages);
        RemoveMember.Map(pages);
        AddInvitation.Map(pages);
        WithdrawInvitation.Map(pages);
    }

    private static async ValueTask<object?> Prepare(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Not compressed: the length of an answer must not tell of a secret in it.
        http.Request.Headers.Remove("Accept-Encoding");
        var answer = await next(context);
        Pages.WriteHeaders(http.Response);
        return answer;
    }
}
