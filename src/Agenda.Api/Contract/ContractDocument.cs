using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>The OpenAPI contract as it is served at <c>/openapi/v1.json</c> and committed as <c>openapi/agenda.v1.json</c>.</summary>
internal static class ContractDocument
{
    public const string BearerScheme = "bearer", CookieScheme = "signIn", EditTokenScheme = "editToken";

    /// <summary>Whether the build has started the program to ask for the contract: then it must not touch any database.</summary>
    public static bool IsBeingGenerated { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    private const string Introduction =
        """
        Sessions, chairs, rooms and abstracts of conferences: entered and published by organisers, read by everybody.

        Times: a local time (`2024-01-08T14:00:00`) is wall time in the conference's IANA zone (`timeZone`); times in UTC end in `Z`. Dates are `2024-01-08`.

        Errors: every 4xx is `application/problem+json` (RFC 9457) with a stable `code`. Input that cannot be used is a 400 whose `errors` name each field.

        Who may do what: reading what is published needs nothing. Everything else needs a personal token or a sign-in, and a role in the conference: `reader` sees the
        programme, `chair` looks after the sessions that they chair, `editor` edits, `organiser` also publishes, `owner` also says who is what. Each operation tells the
        least role that it takes. 401: nobody known; 403: known, but not allowed.

        Edits: a single resource answers with an `ETag`. `PUT` and `DELETE` need it back in `If-Match`: without it 428, and 412 with the present state in
        `current` when somebody else was faster. Lists come in pages in a stable order: send `next` back as `after`.

        Language: `detail` and `errors` are English. Conflicts tell their `reason` in the language that `Accept-Language` prefers of `en` and `de`, or in English; `Content-Language`
        says which, and the answer varies by it.

        Reading the agenda costs nothing: answers have a strong `ETag`, so send `If-None-Match` and take the 304.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Conferences", "What a conference is: its zone, its days, its rooms, types and tracks."),
        ("Agenda", "The newest release, or an older one, for everybody."),
        ("My agenda", "What attendees star, without an account, and how often."),
        ("Calendars", "The newest release for calendar apps."),
        ("Schedules", "The newest release for conference apps."),
        ("Releases", "Publishing, and what was published when."),
        ("Buildings and rooms", "Where sessions take place."),
        ("Session types and tracks", "How sessions are told apart."),
        ("People", "Chairs, discussants and authors."),
        ("Sessions", "What is entered of sessions, drafts included, and their placements."),
        ("Files and links", "What readers of a session can open or keep: at once or from a moment on, without a release."),
        ("Members", "Who may do what in a conference, and who is invited."),
        ("Accounts", "Who can sign in, and what they and their programs are let into."),
        ("Import", "Programmes from files of other systems."),
        ("Spreadsheets", "Sessions, contributions, people and rooms as tables that come back after they were edited."),
        ("Audit", "Who changed what, when and from where."),
        ("Health", "For whoever watches over the service."),
    ];

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => SchemaNames.Of(type);
        options.AddSchemaTransformer(TimeSchemas.DescribeAsync);
        options.AddSchemaTransformer(InputRuleSchemas.DescribeAsync);
        options.AddSchemaTransformer(ContractExamples.AddAsync);
        options.AddOperationTransformer(OperationDescriptions.CompleteAsync);
        options.AddDocumentTransformer(DescribeAsync);
        options.AddDocumentTransformer(AnswerSchemas.OpenAsync);
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "Agenda", Version = "v1", Description = Introduction };
        // The contract is the same wherever the service runs: addresses are relative to where it was fetched.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A personal token, or the bootstrap key of the installation (`Agenda:BootstrapKey`), which is as good as an administrator.",
        };
        document.Components.SecuritySchemes[CookieScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "__Host-agenda",
            Description = "The cookie of a browser in which somebody signed in (without TLS it is called `agenda`). Changes need the header `X-CSRF-Token`, whose value `GET /api/v1/me` gives.",
        };
        document.Components.SecuritySchemes[EditTokenScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The edit token of an attendee's own agenda, as `POST /api/v1/my-agendas` gives it.",
        };
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.AddComponent("Problem", ProblemSchema.Make(document));
        foreach (var path in document.Paths.Values)
            path.Operations?.Remove(HttpMethod.Head);
        return Task.CompletedTask;
    }
}
