using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Decides field by field between what stands here and what a newer file says, by what the file said when it was imported last: what was changed on one
/// side only comes from that side, and what was changed on both is told and decided by a rule. What a file said is remembered as hashes.
/// </summary>
internal sealed class ThreeWay
{
    private const int Shown = 200;

    private readonly bool isNew;
    private readonly ImportSide wins;
    private readonly Dictionary<string, string> marks;
    private readonly List<ImportedField> fields = [];

    /// <param name="marks">What <see cref="Marks"/> was after the last import; null for what no file has said anything of, so that all of it was entered here.</param>
    /// <param name="wins">What is taken where both sides changed.</param>
    public ThreeWay(string? marks, ImportSide wins)
    {
        this.wins = wins;
        this.marks = marks is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(marks)!;
    }

    private ThreeWay()
    {
        (isNew, marks) = (true, []);
    }

    /// <summary>Remembers what the file says of something that is made of it.</summary>
    public static ThreeWay OfNew() => new();

    /// <summary>The fields in which the two sides differ.</summary>
    public IReadOnlyList<ImportedField> Fields => fields;

    /// <summary>What to remember of the file.</summary>
    public string Marks => JsonSerializer.Serialize(marks);

    /// <summary>The marks with one field set to what an import made of it without the file saying so.</summary>
    public static string Marked(string? marks, string field, string text)
    {
        var way = new ThreeWay(marks ?? "{}", ImportSide.File);
        way.marks[field] = Hash(text);
        return way.Marks;
    }

    /// <summary>Whether the file that was imported last said anything of the field.</summary>
    public bool Knows(string field) => marks.ContainsKey(field);

    public void Forget(string field) => marks.Remove(field);

    public string Choose(string field, string here, string file) => Choose(field, here, file, text => text, text => text);

    /// <summary>The value of the field, and notes it where the sides differ.</summary>
    /// <param name="field">Its name in the interface.</param>
    /// <param name="here">What stands here.</param>
    /// <param name="file">What the file makes of it: the same, where it says nothing.</param>
    /// <param name="text">A value as text that is equal where values are; empty for nothing.</param>
    /// <param name="shown">A value for people to read.</param>
    public T Choose<T>(string field, T here, T file, Func<T, string> text, Func<T, string?> shown)
    {
        var (ours, theirs) = (text(here), text(file));
        var before = marks.GetValueOrDefault(field);
        // Where nothing was remembered and the sides agree, the file may as well be silent: what stands here stays the organisers' own.
        if (theirs.Length > 0 && (isNew || before is not null || ours != theirs))
            marks[field] = Hash(theirs);
        if (ours == theirs)
            return here;

        var edited = before is not null ? before != Hash(ours) : ours.Length > 0;
        var newer = before is null || before != Hash(theirs);
        var taken = !edited ? ImportSide.File : newer ? wins : ImportSide.Here;
        fields.Add(new ImportedField(field, Short(shown(here)), Short(shown(file)), taken, edited));
        return taken == ImportSide.File ? file : here;
    }

    private static string? Short(string? text) => text is null ? null : text.Length <= Shown ? text : $"{CleanText.Cut(text, Shown)}…";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
