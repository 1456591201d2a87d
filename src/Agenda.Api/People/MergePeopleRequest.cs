using Agenda.Api.Http;
using Agenda.Domain.People;
using FluentValidation;

namespace Agenda.Api.People;

/// <summary>Who else the person is, and what to take from there.</summary>
public sealed record MergePeopleRequest
{
    /// <summary>The id of the person who is the same, and is removed.</summary>
    public required Guid Other { get; init; }

    /// <summary>The version of the other that the caller has seen; where it is only tried, it may be left out.</summary>
    public int? OtherVersion { get; init; }

    /// <summary>What is taken from the other also where the one who stays has their own. Links and absences are always joined.</summary>
    public IReadOnlyList<PersonField> Prefer { get; init; } = [];

    /// <summary>What is not taken from the other, also where the one who stays lacks it.</summary>
    public IReadOnlyList<PersonField> Leave { get; init; } = [];

    internal sealed class Rules : AbstractValidator<MergePeopleRequest>
    {
        private static readonly int Fields = Enum.GetValues<PersonField>().Length;

        public Rules()
        {
            RuleFor(r => r.Prefer).AtMost(Fields);
            RuleForEach(r => r.Prefer).IsInEnum().NotEqual(PersonField.Links).NotEqual(PersonField.Absences).WithMessage("is joined: nothing of it can be preferred.");
            RuleFor(r => r.Leave).AtMost(Fields);
            RuleForEach(r => r.Leave).IsInEnum().NotEqual(PersonField.Name).WithMessage("is taken only where it is preferred.");
            RuleFor(r => r.Leave).Must((r, leave) => leave is null || r.Prefer is null || !leave.Intersect(r.Prefer).Any()).WithMessage("must not have what is preferred.");
        }
    }
}
