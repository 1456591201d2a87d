using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Infrastructure.Samples;

/// <summary>The third day: keynote, papers, posters, closing panel and visits.</summary>
internal static class SampleThursday
{
    private const string Chairs = "The chair nobody sits on: power in staff rooms", Panel = "Closing panel: what we take home";

    public static readonly SampleSession[] Sessions =
    [
        new("KN-3", Chairs, At(9, 00, 60), "great-hall")
        {
            Track = "leading",
            Chairs = "david",
            Abstract = "Every staff room has a chair nobody sits on. Mbali Khanyile-Dunes explains whose it is, and how schools learn to offer it.",
            Talks = [new(60, Chairs, "mbali*")],
        },
        new("BR-6", "Coffee", At(10, 00, 30), "foyer") { Language = null },
        new("PS-7", "Data that people can use on Monday", At(10, 30, 90), "rowan")
        {
            Track = "evidence",
            Chairs = "ayse",
            Abstract = "From island registers to prairie dashboards: four ways to make figures useful by the next week.",
            Talks =
            [
                new(20, "Registers of a hundred islands", "eleni*"),
                new(20, "Dashboards nobody opens", "david*, emily", "Log files of 61 schools: half of all dashboards were opened once."),
                new(20, "Counting what children say they can do", "tove*, aino"),
                new(20, "Okulda veri: reading data together", "ayse*"),
            ],
        },
        new("SY-4", "Who leads when the head is away?", At(10, 30, 90), "willow")
        {
            Track = "leading",
            Chairs = "sean",
            Discussants = "fatou, kahu",
            Abstract = "Distributed leadership is easy to praise while the head is in the room. Three accounts of schools in which she was not.",
            Talks =
            [
                new(20, "A term without a head", "kwame*"),
                new(20, "Teacher councils in the highlands", "beatriz*, carlos"),
                new(20, "Monsoon rules", "wulandari*"),
            ],
        },
        new("PS-8", "Inclusion, seen from the corridor", At(10, 30, 90), "loft")
        {
            Track = "equity",
            Chairs = "ana",
            Abstract = "Corridors, doors and playgrounds as places of learning.",
            Talks =
            [
                new(25, "Dove si aspetta: where pupils wait", "rosa*"),
                new(25, "Portas abertas", "ines*, ana"),
                new(25, "À l'ombre du préau: who plays with whom", "chloe*"),
            ],
        },
        new("BR-7", "Lunch", At(12, 00, 60), "refectory") { Language = null },
        Poster("PO-5", "Boats, nets and fractions", "soren*", "teaching"),
        Poster("PO-6", "A timetable drawn by pupils", "oksana*", "leading"),
        Poster("PO-7", "Dykes: a cross-border project of two schools", "jan*, lena", "networks"),
        new("KN-4", Panel, At(14, 00, 60), "great-hall")
        {
            Chairs = "lucja",
            Abstract = "Three participants who met on Tuesday say what they will do on Monday.",
            Talks = [new(60, Panel, "xiaowen*, okello*, priya*")],
        },
        new("SO-3", "Visits to three schools", At(15, 30, 120), null) { Abstract = "Buses leave from the gate of St. Brigid's House. Sign "
            + "the list in the Foyer by Wednesday noon." },
    ];

    private static TimeSlot At(int hour, int minute, int minutes) => new(new LocalDateTime(2027, 1, 14, hour, minute), minutes);

    private static SampleSession Poster(string code, string title, string authors, string track) =>
        new(code, title, At(13, 00, 60), "foyer") { Track = track, Talks = [new(null, title, authors)] };
}
