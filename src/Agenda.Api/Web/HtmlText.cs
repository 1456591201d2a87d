using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Agenda.Api.Web;

/// <summary>Text in markup that is written by hand, because hundreds of it are on a page.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encoded(string text) => Encoder.Encode(text);

    public static StringBuilder Text(this StringBuilder html, string? text) => text is null ? html : html.Append(Encoder.Encode(text));

    /// <summary>Entered text, set apart from the direction of what is around it.</summary>
    public static StringBuilder Isolated(this StringBuilder html, string? text, string? language = null)
    {
        html.Append("<bdi");
        if (language is not null)
            html.Append(" lang=\"").Text(language).Append('"');
        return html.Append('>').Text(text).Append("</bdi>");
    }
}
