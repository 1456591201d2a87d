using System.Text;
using System.Xml;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>An element of an XML file with its line. Only the parts of a file that are looked at become elements; the rest streams by.</summary>
internal sealed class FileXml
{
    /// <summary>How files of others are read: nothing in them makes the reader open or repeat anything.</summary>
    public static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false, // "&#27;" is no XML, but real; cleaning the text drops it.
    };

    private readonly List<(string Name, string Value)> attributes = [];
    private readonly List<FileXml> children = [];
    private readonly StringBuilder text = new();

    private FileXml(XmlReader reader)
    {
        Name = reader.LocalName;
        Line = ((IXmlLineInfo)reader).LineNumber;
        while (reader.MoveToNextAttribute())
            attributes.Add((reader.LocalName, reader.Value));
        reader.MoveToElement();
    }

    public string Name { get; }

    public int Line { get; }

    public Place Where => new(Line);

    public IReadOnlyList<FileXml> Children => children;

    /// <summary>The text directly in the element.</summary>
    public Said Content => new(text.Length == 0 ? null : text.ToString(), Where);

    public Said Attribute(string name) => new(attributes.Find(a => a.Name == name).Value, Where);

    /// <summary>The text of the first child of that name, empty where there is none.</summary>
    public Said Said(string child) => Child(child)?.Content ?? new(null, Where);

    public FileXml? Child(string name) => children.Find(c => c.Name == name);

    public IEnumerable<FileXml> ChildrenOf(string list, string name) => children.Where(c => c.Name == list).SelectMany(c => c.children).Where(c => c.Name == name);

    /// <summary>Only the start tag at which the reader stands.</summary>
    public static FileXml StartTag(XmlReader reader) => new(reader);

    /// <summary>The element at which the reader stands, which then stands at its end.</summary>
    /// <exception cref="TooMuchException">It is nested too deeply or has more in it than any event.</exception>
    public static FileXml Read(XmlReader reader)
    {
        var root = new FileXml(reader);
        if (reader.IsEmptyElement)
            return root;

        var open = new Stack<FileXml>([root]);
        var count = 0;
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > Limits.ImportValuesOfEvent || reader.Depth > Limits.ImportDepth)
                        throw new TooMuchException();
                    var child = new FileXml(reader);
                    open.Peek().children.Add(child);
                    if (!reader.IsEmptyElement)
                        open.Push(child);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return root;
    }
}
