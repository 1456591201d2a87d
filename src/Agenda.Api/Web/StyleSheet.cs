using System.Security.Cryptography;
using System.Text;
using Agenda.Api.Http;
using Agenda.Api.Web.Grid;
using Agenda.Api.Web.Organise.Board;

namespace Agenda.Api.Web;

/// <summary>
/// The files that pages are drawn with. They are part of the program, so that they are there wherever it is started, and their addresses
/// name their content, so that browsers may keep them for good.
/// </summary>
internal sealed class StyleSheet
{
    private static readonly StyleSheet Css = new("agenda.css", "text/css; charset=utf-8");
    private static readonly StyleSheet GridCss = new("grid.css", "text/css; charset=utf-8", Placement.Rules());
    private static readonly StyleSheet OrganiseCss = new("organise.css", "text/css; charset=utf-8");
    private static readonly StyleSheet BoardCss = new("board.css", "text/css; charset=utf-8", BoardPlacement.Rules());
    private static readonly StyleSheet Sign = new("sign.svg", "image/svg+xml");

    private readonly SentFile file;
    private readonly string name, version;

    private StyleSheet(string name, string contentType, string more = "")
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream($"Web/{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        var content = new byte[resource.Length + more.Length];
        resource.ReadExactly(content, 0, (int)resource.Length);
        Encoding.ASCII.GetBytes(more, content.AsSpan((int)resource.Length));
        version = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        (this.name, file) = (name, new(content, contentType));
    }

    public static string Address => Css.Path;

    /// <summary>What the grid needs beside: its looks, and a rule for every place in it.</summary>
    public static string GridAddress => GridCss.Path;

    /// <summary>What the organisers' console needs beside.</summary>
    public static string OrganiseAddress => OrganiseCss.Path;

    /// <summary>What the console's board needs beside that: its looks, and a rule for every place on it.</summary>
    public static string BoardAddress => BoardCss.Path;

    public static string SignAddress => Sign.Path;

    private string Path => $"/static/{version}/{name}";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var sheet in (StyleSheet[])[Css, GridCss, OrganiseCss, BoardCss, Sign])
            app.MapMethods($"/static/{{version}}/{sheet.name}", [HttpMethods.Get, HttpMethods.Head], sheet.Send);
    }

    // Another version is asked for while an older or newer program runs beside this one: the style at hand is better than none, but not to be kept.
    private Representation Send(string version) => file.Answer(forGood: version == this.version);
}
