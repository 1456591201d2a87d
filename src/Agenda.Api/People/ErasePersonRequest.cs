using Agenda.Api.Http;
using Agenda.Domain;
using FluentValidation;

namespace Agenda.Api.People;

/// <summary>How far a person is to be erased.</summary>
public sealed record ErasePersonRequest
{
    private const int MostWords = 20;

    /// <summary>Whether the titles of what nobody but they wrote go, too; otherwise only the texts do.</summary>
    public bool Titles { get; init; }

    /// <summary>Further words to replace wherever they stand, such as a nickname or a former name. The whole name is replaced without being said.</summary>
    public IReadOnlyList<string> AlsoReplace { get; init; } = [];

    internal sealed class Rules : AbstractValidator<ErasePersonRequest>
    {
        public Rules()
        {
            RuleFor(r => r.AlsoReplace).AtMost(MostWords);
            RuleForEach(r => r.AlsoReplace).Said(Limits.Name);
            RuleForEach(r => r.AlsoReplace).Must(words => words is null || words.Count(char.IsLetterOrDigit) > 1).WithMessage("must have two letters or digits.");
        }
    }
}
