namespace Agenda.Api.Http;

/// <summary>
/// Lets front ends of any site read what everybody may read (CORS, Fetch §3.3). Browsers send them no cookie of ours, so they see what a stranger sees.
/// </summary>
internal static class PublicReading
{
    private const string Policy = "public-reading";

    public static void AddTo(IServiceCollection services) => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .WithHeaders("If-None-Match", "If-Modified-Since", "Last-Event-ID")
        .WithExposedHeaders("ETag", "Last-Modified", "Retry-After")
        .SetPreflightMaxAge(TimeSpan.FromHours(24))));

    public static RouteGroupBuilder FromAnySite(this RouteGroupBuilder group) => group.RequireCors(Policy);
}
