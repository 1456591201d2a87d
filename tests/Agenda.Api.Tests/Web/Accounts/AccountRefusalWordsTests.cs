using System.Reflection;
using System.Text.RegularExpressions;
using Agenda.Api.Tests.House;
using Agenda.Api.Web.Accounts;
using Agenda.Api.Web.Reading;
using Agenda.Domain;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>Whatever pages of accounts refuse, they say in the reader's language.</summary>
public sealed partial class AccountRefusalWordsTests
{
    private static readonly Locale German = Locale.Of("de", false)!;

    private static readonly Refusal[] OfAccess =
        [.. typeof(AccessRefusals).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => (Refusal)m.Invoke(null, [.. m.GetParameters().Select(p => p.ParameterType == typeof(string) ? "slug" : Activator.CreateInstance(p.ParameterType))])!)];

    // Of those who are not let in, and of forms that are refused.
    private static IEnumerable<string> OfDenials => Code().Matches(Checkout.Read("src/Agenda.Api/Security/CallerRights.cs")).Select(match => match.Groups[1].Value);

    [Fact]
    public void Every_refusal_that_pages_can_show_has_words()
    {
        OfAccess.Length.ShouldBeGreaterThan(5);
        OfDenials.Count().ShouldBeGreaterThan(5);
        OfAccess.Select(r => r.Code).Concat(OfDenials).Distinct().Except(AccountRefusalWords.Codes).ShouldBeEmpty();
    }

    [Fact]
    public void They_are_German_for_those_who_read_German_and_in_English_what_the_rule_says()
    {
        foreach (var refusal in OfAccess.Where(r => r.Code is not ("unknown-person" or "unknown-account")))
        {
            Locale.English.Make(() => AccountRefusalWords.Of(refusal.Code, refusal.Reason, "slug", null)).ShouldBe(refusal.Reason);
            German.Make(() => AccountRefusalWords.Of(refusal.Code, refusal.Reason, "slug", null)).ShouldNotBe(refusal.Reason);
        }

        German.Make(() => AccountRefusalWords.Of("not-allowed", "", "slug", ConferenceRole.Editor)).ShouldBe("Ihre Rolle in dieser Konferenz (Redaktion) erlaubt das nicht.");
        German.Make(() => AccountRefusalWords.Of("of-tomorrow", "Nobody knows it yet.")).ShouldBe("Nobody knows it yet.");
    }

    [Fact]
    public void Pages_of_accounts_show_no_other_refusals() =>
        Checkout.FilesBelow("src/Agenda.Api/Web/Accounts", "*").SelectMany(path => Refusals().Matches(Checkout.Read(path)).Select(match => match.Value)).Distinct().ShouldBe(["AccessRefusals"]);

    [GeneratedRegex("new\\(this, \"([a-z-]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z]\w*Refusals\b")]
    private static partial Regex Refusals();
}
