using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Agenda.Api.Http;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Releases.Changes;

/// <summary>A history as an Atom feed (RFC 4287): the same history, the same bytes.</summary>
internal sealed class AtomFeed(string slug, PublishedAgenda newest, ReleaseHistory history, PeopleAskedFor people, PublicAddress address)
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    private readonly string query = string.Concat(people.Ids.Select((id, i) => $"{(i == 0 ? '?' : '&')}person={id.Value}"));

    /// <summary>When anything that it tells came to be.</summary>
    public Instant Updated { get; } = history.Releases.Max(r => r.ModifiedAt);

    /// <summary>In English, whoever asks: what programs read is one for all.</summary>
    public byte[] Bytes() => Locale.English.Make(Write);

    private byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Text(xml, "title", $"{newest.Conference.Name}: {(people.IsEverybody ? "what changed" : $"what changed for {Names()}")}");
            Text(xml, "id", Id(0));
            Text(xml, "updated", InstantPattern.General.Format(Updated));
            Link(xml, "self", address.ReleaseFeed(slug) + query, ReadReleaseFeed.MediaType);
            Link(xml, "alternate", address.Changes(slug) + query, "text/html");
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", newest.Conference.Name);
            xml.WriteEndElement();
            foreach (var release in history.Releases.Where(r => people.IsEverybody || r.ChangesOf(people).Count > 0))
                Entry(xml, release);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void Entry(XmlWriter xml, ToldRelease release)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "title", string.Join(' ', $"Release {release.Number}{(release.Note is { } note ? $": {note}" : "")}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Text(xml, "id", Id(release.Number));
        Text(xml, "published", InstantPattern.General.Format(release.PublishedAt));
        Text(xml, "updated", InstantPattern.General.Format(release.ModifiedAt));
        var page = address.Changes(slug, release.Number);
        Link(xml, "alternate", page + query.Replace('?', '&'), "text/html");
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Clean(ChangesHtml.Of(release, people, page, change => Address(change, release.Number))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Address(ToldChange change, int release) =>
        address.Session(slug, change.Code) + (change.ReadIn(newest, release - 1, release) is { } older ? string.Create(CultureInfo.InvariantCulture, $"?release={older}") : "");

    private string Names() => string.Join(", ", people.Ids.Select(id => newest.People.FirstOrDefault(p => p.Id == id)?.Name ?? "somebody who is not in the programme now"));

    /// <summary>Of the conference itself for 0, else of a release. For some people it is another entry, because it tells something else.</summary>
    private string Id(int release)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"agenda/{newest.Conference.Id.Value:D}/{release}{query}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 16);
        // Version 8 (RFC 9562 §5.8): made of a hash of our own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true):D}";
    }

    private static void Text(XmlWriter xml, string element, string text) => xml.WriteElementString(element, Namespace, Clean(text));

    private static void Link(XmlWriter xml, string relation, string target, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Clean(target));
        xml.WriteEndElement();
    }

    // What no XML can carry (XML 1.0 §2.2): control characters, halves of pairs.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }
}
