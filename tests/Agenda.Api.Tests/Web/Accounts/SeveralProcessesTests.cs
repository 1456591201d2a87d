using System.Net;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task Who_is_signed_in_at_one_process_is_signed_in_at_every_other_over_the_same_database()
    {
        await using var first = new AgendaHost();
        await Somebody.WithPasswordAsync(first, "both@example.org");
        using var browser = await Browser.SignedInAsync(first, "both@example.org");
        await using var second = new SecondProcess(first);
        using var there = new Browser(second);
        foreach (var (name, value) in browser.Cookies)
            there.Cookies[name] = value;

        // A form that one process made is taken by the other.
        var page = await browser.OpenAsync("/account");
        (await there.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
        (await there.SubmitAsync(page, "name", ("name", "Changed there"))).Note.ShouldBe("Your name is saved.");

        (await there.SubmitAsync(await there.OpenAsync("/account"), "everywhere")).ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in");
    }
}
