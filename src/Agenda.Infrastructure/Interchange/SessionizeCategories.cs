using System.Globalization;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// The categories of a Sessionize file. Conferences make their own, so their titles tell what they are: tracks, types (formats) and languages are
/// taken, all others are left out and reported once.
/// </summary>
internal sealed class SessionizeCategories
{
    private static readonly Dictionary<string, string> Languages = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.TwoLetterISOLanguageName.Length == 2 && c.Name == c.TwoLetterISOLanguageName)
        .GroupBy(c => c.EnglishName, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, (FileJson Category, FileJson Item)> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly ImportNotes notes;

    public SessionizeCategories(FileJson root, ImportNotes notes, JsonKinds kinds)
    {
        this.notes = notes;
        foreach (var category in kinds.Objects(root["categories"]))
        {
            foreach (var item in kinds.Objects(category["items"]))
                items.TryAdd(item.Said("id").Text ?? item.Path, (category, item));
        }
    }

    /// <summary>What a session's categories say of it, by the ids of items in one view, whole in the other.</summary>
    public (Said Type, Said Track, Said Language) Of(FileJson session)
    {
        Said type = default, track = default, language = default;
        foreach (var (category, item) in ItemsOf(session))
        {
            var (title, name) = (category.Said("title", "name").Text ?? "", item.Said("name"));
            if (Says(title, "track"))
                Take(ref track, name, "track");
            else if (Says(title, "format") || Says(title, "type"))
                Take(ref type, name, "type");
            else if (Says(title, "language"))
                Take(ref language, Tag(name), "language");
            else if (told.Add(title))
                notes.LeaveOut(category.Where, $"category \"{title}\"", "It is neither track, type (format) nor language by its title.");
        }

        return (type, track, language);
    }

    private IEnumerable<(FileJson Category, FileJson Item)> ItemsOf(FileJson session)
    {
        foreach (var id in session["categoryItems"]?.Children ?? [])
        {
            if (id.Text is { } text && items.TryGetValue(text, out var found))
                yield return found;
        }

        foreach (var category in session["categories"]?.Children ?? [])
        {
            foreach (var item in category["categoryItems"]?.Children ?? [])
                yield return (category, item);
        }
    }

    private void Take(ref Said field, Said name, string what)
    {
        if (field.IsBlank)
            field = name;
        else
            notes.LeaveOut(name.Where, $"{what} \"{name.Text}\"", $"A session has one {what}; the first is taken.");
    }

    private static bool Says(string title, string word) => title.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static Said Tag(Said name) => name.Text is { } text && Languages.TryGetValue(text.Trim(), out var tag) ? new(tag, name.Where) : name;
}
