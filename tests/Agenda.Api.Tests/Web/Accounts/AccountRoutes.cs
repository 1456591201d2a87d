using Agenda.Api.Security;
using Agenda.Api.Web.Accounts;
using Microsoft.AspNetCore.Routing;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>The pages of accounts as they are mapped.</summary>
internal static class AccountRoutes
{
    public static IEnumerable<RouteEndpoint> Of(AgendaHost host) =>
        host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IsAccountPage>() is not null && !e.RoutePattern.RawText!.StartsWith("/organise", StringComparison.Ordinal));

    /// <summary>The patterns of the pages that take a method.</summary>
    public static IEnumerable<string> Of(AgendaHost host, HttpMethod method) => Of(host).Where(e => Takes(e, method)).Select(e => e.RoutePattern.RawText!.TrimEnd('/'));

    /// <summary>Whether it is a form that needs no sign-in.</summary>
    public static bool IsForEverybody(RouteEndpoint endpoint) => Takes(endpoint, HttpMethod.Post) && endpoint.Metadata.GetMetadata<Needs>() is null;

    private static bool Takes(RouteEndpoint endpoint, HttpMethod method) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains(method.Method);
}
