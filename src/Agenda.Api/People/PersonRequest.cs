using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.People;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.People;

/// <summary>What an organiser says of a person.</summary>
public sealed record PersonRequest
{
    /// <summary>May be empty when there is a family name.</summary>
    public required string GivenName { get; init; }

    /// <summary>May be empty when there is a given name.</summary>
    public required string FamilyName { get; init; }

    public string? Affiliation { get; init; }

    public string? Country { get; init; }

    /// <summary>How the name is spoken, such as "SHIV-awn": for organisers and for those who chair their sessions, never public.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>Markdown; public.</summary>
    public string? Biography { get; init; }

    /// <summary>Seen by organisers only.</summary>
    public string? Email { get; init; }

    public IReadOnlyList<LinkEntry> Links { get; init; } = [];

    /// <summary>When they cannot be there; never public.</summary>
    public IReadOnlyList<AbsenceEntry> Absences { get; init; } = [];

    internal PersonFacts Facts => new(GivenName.Trim(), FamilyName.Trim())
    {
        Affiliation = Affiliation,
        Country = Country,
        Pronunciation = Pronunciation,
        Biography = Biography,
        Email = Email,
        Links = LinkEntry.ToDomain(Links),
        Absences = AbsenceEntry.ToDomain(Absences),
    };

    internal sealed class Rules : AbstractValidator<PersonRequest>
    {
        public Rules()
        {
            RuleFor(p => p.GivenName).Line(Limits.Name);
            RuleFor(p => p.FamilyName).Line(Limits.Name);
            RuleFor(p => p.FamilyName).Must((person, family) => !string.IsNullOrWhiteSpace(family) || !string.IsNullOrWhiteSpace(person.GivenName)).WithMessage("is needed where there is no given name.");
            RuleFor(p => p.Affiliation).Line(Limits.Title);
            RuleFor(p => p.Country).Line(Limits.Name);
            RuleFor(p => p.Pronunciation).Line(Limits.Name);
            RuleFor(p => p.Biography).Lines(Limits.Text);
            RuleFor(p => p.Email).Line(Limits.Email).EmailAddress();
            RuleFor(p => p.Links).AtMost(Limits.Links);
            RuleForEach(p => p.Links).SetValidator(new LinkEntry.Rules());
            RuleFor(p => p.Absences).AtMost(Limits.Absences);
            RuleForEach(p => p.Absences).SetValidator(new AbsenceEntry.Rules());
        }
    }
}

/// <summary>A person of the programme, as those who prepare it see them; the e-mail address and absences are for editors and above.</summary>
/// <param name="ErasedAt">When a placeholder took the place of the name; null for everybody else.</param>
public sealed record PersonResponse(
    Guid Id, string GivenName, string FamilyName, string? Affiliation, string? Country, string? Biography, string? Email, IReadOnlyList<LinkEntry> Links, int Version, Instant? ErasedAt)
{
    /// <summary>How the name is spoken.</summary>
    public required string? Pronunciation { get; init; }

    /// <summary>When they cannot be there.</summary>
    public required IReadOnlyList<AbsenceEntry> Absences { get; init; }

    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static PersonResponse Of(Person p, bool withEmail = true) =>
        new(p.Id.Value, p.GivenName, p.FamilyName, p.Affiliation, p.Country, p.Biography, withEmail ? p.Email : null, LinkEntry.Of(p.Links), p.Version, p.ErasedAt)
        {
            Pronunciation = p.Pronunciation,
            Absences = withEmail ? AbsenceEntry.Of(p.Absences) : [],
        };
}
