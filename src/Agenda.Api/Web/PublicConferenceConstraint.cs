using System.Globalization;
using Agenda.Domain.Text;

namespace Agenda.Api.Web;

/// <summary>Lets a first part of an address be a conference only where it is none of the service's own words.</summary>
internal sealed class PublicConferenceConstraint : IRouteConstraint
{
    public const string Name = "conference";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Convert.ToString(value, CultureInfo.InvariantCulture) is { } slug && !Slug.IsReserved(slug);
}
