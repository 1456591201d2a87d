using Agenda.Api.Http;
using FluentValidation;

namespace Agenda.Api.Archives;

/// <summary>
/// What is wrong in an archive, by the same rules that requests are held to: each part of it is said once more as the request that would enter it. So
/// nothing comes in that the API would refuse.
/// </summary>
internal sealed class ArchiveFaults
{
    /// <summary>More are not looked for.</summary>
    public const int Most = 50;

    private readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    public bool AreMany => found.Count >= Most;

    /// <summary>Holds what an archive has at that place to the rules of a request.</summary>
    public void Check(string entry, string place, object asRequest)
    {
        if (AreMany)
            return;

        var outcome = InputRules.Of(asRequest.GetType())!.Validate(new ValidationContext<object>(asRequest));
        foreach (var error in outcome.Errors)
            Add(entry, place, $"{error.PropertyName} {error.ErrorMessage}");
    }

    /// <summary>Notes what no rule of a request says, unless it holds.</summary>
    public void Must(bool holds, string entry, string place, string otherwise)
    {
        if (!holds)
            Add(entry, place, otherwise);
    }

    /// <summary>A text that no request has, such as what a file called something.</summary>
    public void Text(string? text, int longest, string entry, string place, string field, bool lineBreaks = false) =>
        Must(text is null || (text.Length <= longest && EnteredText.IsClean(text, lineBreaks)), entry, place, $"{field} is too long, or has control characters.");

    public void AddRange(IEnumerable<string> faults) => found.AddRange(faults.Take(Math.Max(0, Most - found.Count)));

    private void Add(string entry, string place, string why)
    {
        if (!AreMany)
            found.Add($"{entry}: {place}: {why}");
    }
}
