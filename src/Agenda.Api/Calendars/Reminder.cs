using System.Buffers;
using System.Globalization;

namespace Agenda.Api.Calendars;

/// <summary>A reminder some minutes before an event starts (VALARM, RFC 5545 §3.6.6).</summary>
internal sealed record Reminder
{
    /// <summary>A day.</summary>
    public const int MostMinutes = 24 * 60;

    public Reminder(int minutes)
    {
        Minutes = minutes;
        var output = new ArrayBufferWriter<byte>(128);
        var lines = new ContentLineWriter(output);
        lines.Begin("VALARM");
        lines.Text("ACTION", "DISPLAY");
        lines.Text("DESCRIPTION", minutes switch
        {
            0 => "Starts now",
            1 => "Starts in 1 minute",
            _ => string.Create(CultureInfo.InvariantCulture, $"Starts in {minutes} minutes"),
        });
        lines.Value("TRIGGER", minutes == 0 ? "PT0S" : string.Create(CultureInfo.InvariantCulture, $"-PT{minutes}M"));
        lines.End("VALARM");
        Bytes = output.WrittenSpan.ToArray();
    }

    public int Minutes { get; }

    public ReadOnlyMemory<byte> Bytes { get; }
}
