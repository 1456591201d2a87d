using Agenda.Domain;
using FluentValidation;
using FluentValidation.Validators;

namespace Agenda.Api.Http;

/// <summary>Rules for entered text: what no calendar, XML or page can carry does not come in.</summary>
internal static class EnteredText
{
    private const int MostFilterValues = 50;

    // "$" alone would let a line break follow.
    private const string CodePattern = @"^[\p{L}\p{N}][\p{L}\p{M}\p{N}._+-]*$(?!\n)";

    private const string LanguagePattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$(?!\\n)";

    /// <summary>One line: no control characters and no line breaks.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.MaximumLength(longest).SetValidator(new OneLine<T>());

    /// <summary>One line that says something.</summary>
    public static IRuleBuilderOptions<T, string?> Said<T>(this IRuleBuilder<T, string?> rule, int longest) => rule.NotEmpty().Line(longest);

    /// <summary>Text of several lines, such as Markdown.</summary>
    public static IRuleBuilderOptions<T, string?> Lines<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.MaximumLength(longest).SetValidator(new SeveralLines<T>());

    /// <summary>A short name for addresses, when one is said.</summary>
    public static IRuleBuilderOptions<T, string?> Slug<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Limits.Slug).Matches(Domain.Text.Slug.Pattern).WithMessage("must be lower-case letters a to z and digits, in groups joined by single hyphens.");

    /// <summary>A code such as <c>MC-C</c>: printable, without white space, slashes and quotes, so that it can stand in addresses and file names.</summary>
    public static IRuleBuilderOptions<T, string?> Code<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(Limits.Code).Matches(CodePattern).WithMessage("must be letters, digits and . _ + - and begin with a letter or digit.");

    /// <summary>A colour, when one is said.</summary>
    public static IRuleBuilderOptions<T, string?> Colour<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Matches(Domain.Conferences.Colour.Pattern).WithMessage("must be a colour such as #3a7bd5.");

    /// <summary>A language, when one is said.</summary>
    public static IRuleBuilderOptions<T, string?> LanguageTag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Limits.Language).Matches(LanguagePattern).WithMessage("must be a language tag such as en or pt-BR.");

    /// <summary>A web address at which one joins online, when one is said.</summary>
    public static IRuleBuilderOptions<T, string?> JoinLink<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Line(Limits.Url).MinimumLength(1).Must(url => url is null || Domain.Text.Link.IsWebAddress(url)).WithMessage("must be an address such as https://meet.example.org/room.");

    /// <summary>A web address to show as a link.</summary>
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Said(Limits.Url).Must(url => url is null || Domain.Text.Link.IsWebAddress(url)).WithMessage("must be an address such as https://example.org/slides.");

    /// <summary>A list that is there and has no more than so many items, none of them null.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most) =>
        rule.NotNull().SetValidator(new AtMostItems<T, TItem>(most));

    /// <summary>The values of one filter in an address.</summary>
    public static void FilterValues<T>(this IRuleBuilder<T, string[]> rule)
    {
        rule.Must(v => v.Length <= MostFilterValues).WithMessage($"may be said {MostFilterValues} times at the most.");
        rule.Must(v => v.All(value => value.Length <= Limits.Name)).WithMessage($"must have {Limits.Name} characters at the most.");
    }

    /// <summary>A list that names nobody twice.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>> EachOnce<T>(this IRuleBuilder<T, IReadOnlyList<Guid>> rule) =>
        rule.Must(ids => ids is null || ids.Distinct().Count() == ids.Count).WithMessage("must not name anybody twice.");

    public static bool IsClean(string text, bool lineBreaks)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && !(lineBreaks && c is '\n' or '\r' or '\t'))
                return false;
        }

        return IsWellFormed(text);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
                return false;
        }

        return true;
    }

    private sealed class OneLine<T> : PropertyValidator<T, string?>
    {
        public override string Name => "OneLine";

        public override bool IsValid(ValidationContext<T> context, string? value) => value is null || IsClean(value, lineBreaks: false);

        protected override string GetDefaultMessageTemplate(string errorCode) => "must be one line without control characters.";
    }

    private sealed class SeveralLines<T> : PropertyValidator<T, string?>
    {
        public override string Name => "SeveralLines";

        public override bool IsValid(ValidationContext<T> context, string? value) => value is null || IsClean(value, lineBreaks: true);

        protected override string GetDefaultMessageTemplate(string errorCode) => "must be free of control characters other than line breaks and tabs.";
    }

    private sealed class AtMostItems<T, TItem>(int most) : PropertyValidator<T, IReadOnlyList<TItem>>, IAtMostItems
    {
        public override string Name => "AtMostItems";

        public int Most => most;

        public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem> value) => value is null || (value.Count <= most && value.All(item => item is not null));

        protected override string GetDefaultMessageTemplate(string errorCode) => $"must have {most} items at the most, none of them null.";
    }
}

/// <summary>Tells the contract how many items a list may have.</summary>
internal interface IAtMostItems
{
    int Most { get; }
}
