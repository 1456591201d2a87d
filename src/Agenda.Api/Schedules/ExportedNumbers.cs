using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Schedules;

/// <summary>
/// The positive whole numbers that apps know sessions and people by. They are worked out and not stored: the number of the file that something
/// came from, else its code where that is a number, else one that is made of its GUID (docs/decisions/0028).
/// </summary>
internal static class ExportedNumbers
{
    // Numbers that are made have thirty random bits above this, where few programs count to.
    private const uint FirstMade = ScheduleFormats.FirstMadeNumber;

    /// <summary>A number for each, no two alike. Who is older keeps a number that two want: ids are in the order of entering.</summary>
    public static Dictionary<Guid, int> Of(IEnumerable<Numbered> things)
    {
        var (numbers, taken) = (new Dictionary<Guid, int>(), new HashSet<int>());
        foreach (var thing in things.OrderBy(t => t.Id))
        {
            if (thing.Wishes.FirstOrDefault(wish => taken.Add(wish)) is var wished and > 0)
            {
                numbers.Add(thing.Id, wished);
                continue;
            }

            var attempt = 0;
            int made;
            do
                made = Made(thing.Guid, attempt++);
            while (!taken.Add(made));
            numbers.Add(thing.Id, made);
        }

        return numbers;
    }

    /// <summary>The number that a text is, written as numbers are; null for anything else.</summary>
    public static int? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && text![0] != '0' ? number : null;

    private static int Made(Guid guid, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{guid} {attempt}")));
        return (int)(FirstMade | (BinaryPrimitives.ReadUInt32BigEndian(hash) & (FirstMade - 1)));
    }
}

/// <summary>Something that needs a number.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Guid">The GUID that apps see.</param>
/// <param name="Wishes">The numbers that it would rather have than one that is made, best first.</param>
internal readonly record struct Numbered(Guid Id, Guid Guid, IReadOnlyList<int> Wishes);
