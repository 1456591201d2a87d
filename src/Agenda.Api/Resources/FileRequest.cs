using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Infrastructure.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Agenda.Api.Resources;

/// <summary>What an organiser says of a file that is there.</summary>
public sealed record FileRequest
{
    /// <summary>As readers save it. What no file name may have is taken out; the ending tells the same kind as before.</summary>
    public required string Name { get; init; }

    /// <summary>Orders the files of one session or contribution; of equal ones the earlier uploaded comes first.</summary>
    public int Order { get; init; }

    /// <summary>Before this moment only organisers know of it; null for at once.</summary>
    public Instant? VisibleFrom { get; init; }

    internal sealed class Rules : AbstractValidator<FileRequest>
    {
        public Rules()
        {
            RuleFor(f => f.Name).NotEmpty().MaximumLength(FileName.LongestSaid);
            RuleFor(f => f.Order).InclusiveBetween(-Limits.Order, Limits.Order);
            RuleFor(f => f.VisibleFrom).Must(EnteredMoment.IsPossible).WithMessage("must be within the years that can be entered.");
        }
    }
}

/// <summary>What is said of a file with its upload, in the address because the body is the file.</summary>
public sealed record FileUpload
{
    /// <summary>As readers save it, such as <c>Slides.pdf</c>.</summary>
    [FromQuery(Name = "name"), Description("As readers save it, such as `Slides.pdf`. Paths and what no file name may have are taken out; the ending says the kind, and only some are taken.")]
    public string? Name { get; init; }

    /// <summary>The id of the contribution that it belongs to.</summary>
    [FromQuery(Name = "contribution"), Description("The id of the contribution that it belongs to; without it, to the session.")]
    public Guid? Contribution { get; init; }

    /// <summary>Before this moment only organisers know of it.</summary>
    [FromQuery(Name = "visibleFrom"), Description("In UTC, such as `2024-01-08T16:30:00Z`: before this moment only organisers know of it. At once unless said.")]
    public string? VisibleFrom { get; init; }

    internal Instant? Appears => VisibleFrom is null ? null : TimeJson.Utc.Parse(VisibleFrom).GetValueOrThrow();

    internal sealed class Rules : AbstractValidator<FileUpload>
    {
        public Rules()
        {
            RuleFor(f => f.Name).NotEmpty().MaximumLength(FileName.LongestSaid);
            RuleFor(f => f.VisibleFrom).Must(said => said is null || (TimeJson.Utc.Parse(said) is { Success: true } at && EnteredMoment.IsPossible(at.Value)))
                .WithMessage("must be a time in UTC such as 2024-01-08T16:30:00Z.");
        }
    }
}
