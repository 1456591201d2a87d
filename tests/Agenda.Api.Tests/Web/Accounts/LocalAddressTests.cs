using Agenda.Api.Web.Accounts;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/account/invitations/a-b_c")]
    [InlineData("/icsei-2024?day=2024-01-08&q=a%20b")]
    [InlineData("/icsei-2024/sessions/PS%2B1.%C3%BC")]
    [InlineData("/account?next=https://evil.example//x")]
    [InlineData("/a#//evil.example")]
    [InlineData("/sign-in-here")]
    public void Leads_to_paths_of_this_site(string said) => LocalAddress.Of(said, "/elsewhere").ShouldBe(said);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("account")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/a\\b")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/a\0b")]
    [InlineData("/\u00A0/evil.example")]
    [InlineData("/\u2028x")]
    [InlineData("/ü")]
    [InlineData("/a b")]
    [InlineData("/a\u007Fb")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/a/..//evil.example")]
    [InlineData("/../evil")]
    [InlineData("/a/%2e%2e/%2e%2E/b")]
    [InlineData("/./evil")]
    [InlineData("/a//b")]
    [InlineData("/\"onmouseover=x")]
    [InlineData("/<script>")]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?returnTo=/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-out")]
    public void Leads_nowhere_else(string? said) => LocalAddress.Of(said).ShouldBe("/account");

    [Fact]
    public void Takes_no_address_that_is_longer_than_any_of_this_site() => LocalAddress.Of("/" + new string('a', 2_000)).ShouldBe("/account");

    [Theory]
    [InlineData("/account", "/sign-in")]
    [InlineData("/account/administration?q=a&after=b", "/sign-in?returnTo=%2Faccount%2Fadministration%3Fq%3Da%26after%3Db")]
    public void Carries_the_way_on_through_another_page(string next, string via) => LocalAddress.Via("/sign-in", next).ShouldBe(via);
}
