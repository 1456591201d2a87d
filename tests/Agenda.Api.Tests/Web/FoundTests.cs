using Agenda.Domain.Releases;

namespace Agenda.Api.Tests.Web;

/// <summary>What a search found, as rows show it.</summary>
public sealed class FoundTests
{
    private static readonly ReleasedSession Mills = Harbour.MasterclassC with
    {
        Title = "Übung an der Straße <& Łódka>",
        Abstract = "This text is so long that its beginning is not shown to anybody who looks, and only *then* it speaks of herons & egrets.",
    };

    [Theory]
    [InlineData("ubung lodka", "Übung|Łódka")]
    [InlineData("strasse", "Straße")]
    [InlineData("as", "aß")]
    [InlineData("<&", "<&")]
    [InlineData("aoife ნინო", "Aoife|ნინო")]
    [InlineData("birch", "")]
    public async Task Titles_and_people_are_marked_as_the_search_compares_them(string query, string marked)
    {
        var page = await Html.AgendaAsync(Harbour.Published(Mills), new() { Queries = [query] });

        string.Join('|', page.Texts(".row mark")).ShouldBe(marked);
        page.Texts(".found").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("heron", "… beginning is not shown to anybody who looks, and only then it speaks of herons & egrets.", "heron")]
    [InlineData("svaneti", "ნინო ვარსკვლავაძე: University of Upper Svaneti", "Svaneti")]
    public async Task What_a_row_does_not_show_is_told_by_a_line_around_it(string query, string line, string marked)
    {
        var page = await Html.AgendaAsync(Harbour.Published(Mills), new() { Queries = [query] });

        page.Texts(".row > .found").ShouldBe([line]);
        page.Texts(".found mark").ShouldBe([marked]);
    }

    [Fact]
    public async Task Nothing_is_marked_where_nobody_searched()
    {
        var page = await Html.AgendaAsync(Harbour.Published(Mills));

        page.Text("h4").ShouldBe("Übung an der Straße <& Łódka>");
        page.QuerySelectorAll("mark, .found").ShouldBeEmpty();
    }
}
