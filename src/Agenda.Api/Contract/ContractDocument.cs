using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>The OpenAPI contract as it is served at <c>/openapi/v1.json</c> and committed as <c>openapi/agenda.v1.json</c>.</summary>
internal static class ContractDocument
{
    public const string BearerScheme = "organiserKey";

    /// <summary>Whether the build has started the program to ask for the contract: then it must not touch any database.</summary>
    public static bool IsBeingGenerated { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    private const string Introduction =
        """
        Sessions, chairs, rooms and abstracts of conferences: entered and published by organisers, read by everybody.

        Times: a local time (`2024-01-08T14:00:00`) is wall time in the conference's IANA zone (`timeZone`); times in UTC end in `Z`. Dates are `2024-01-08`.

        Errors: every 4xx is `application/problem+json` (RFC 9457) with a stable `code`. Input that cannot be used is a 400 whose `errors` name each field.

        Edits: a single resource answers with an `ETag`. `PUT` and `DELETE` need it back in `If-Match`: without it 428, and 412 with the present state in
        `current` when somebody else was faster. Lists come in pages in a stable order: send `next` back as `after`.

        Reading the agenda costs nothing: answers have a strong `ETag`, so send `If-None-Match` and take the 304.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Conferences", "What a conference is: its zone, its days, its rooms, types and tracks."),
        ("Agenda", "The newest release, or an older one, for everybody."),
        ("Calendars", "The newest release for calendar apps."),
        ("Releases", "Publishing, and what was published when."),
        ("Buildings and rooms", "Where sessions take place."),
        ("Session types and tracks", "How sessions are told apart."),
        ("People", "Chairs, discussants and authors."),
        ("Sessions", "What is entered of sessions, drafts included, and their placements."),
        ("Import", "Programmes from files of other systems."),
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
            Description = "The organisers' key: printed once at the first start, or set as `Agenda:BootstrapKey`.",
        };
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.AddComponent("Problem", ProblemSchema.Make());
        foreach (var path in document.Paths.Values)
            path.Operations?.Remove(HttpMethod.Head);
        return Task.CompletedTask;
    }
}
