using Agenda.Api.Web.Accounts;
using Microsoft.AspNetCore.Routing;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>The pages of accounts as they are mapped.</summary>
internal static class AccountRoutes
{
    /// <summary>The patterns of the pages that take a method.</summary>
    public static IEnumerable<string> Of(AgendaHost host, HttpMethod method) => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IsAccountPage>() is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains(method.Method))
        .Select(e => e.RoutePattern.RawText!.TrimEnd('/'));
}
