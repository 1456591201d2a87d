using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Sessions;

/// <summary>A text that is being written.</summary>
public sealed record TextPreviewRequest
{
    /// <summary>Markdown, as abstracts and biographies are entered.</summary>
    public required string Text { get; init; }

    internal sealed class Rules : AbstractValidator<TextPreviewRequest>
    {
        public Rules() => RuleFor(t => t.Text).NotNull().Lines(Limits.Text);
    }
}

/// <summary>The text as readers will see it.</summary>
/// <param name="Html">Safe to put into any page; empty for no text.</param>
public sealed record TextPreviewResponse(string Html);

/// <summary>Shows what becomes of a text; nothing is saved.</summary>
internal static class PreviewText
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/text-previews", HandleAsync).WithSummary("See a text as readers will").WithMetadata(BodyLimit.Texts);

    private static Ok<TextPreviewResponse> HandleAsync(TextPreviewRequest request) => TypedResults.Ok(new TextPreviewResponse(AbstractHtml.Render(request.Text)));
}
