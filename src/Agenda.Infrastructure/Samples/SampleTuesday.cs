using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Infrastructure.Samples;

/// <summary>The first day: masterclasses, opening keynote, papers, posters and a reception.</summary>
internal static class SampleTuesday
{
    public static readonly SampleSession[] Sessions =
    [
        new("MC-A", "Lesson study that outlives its founders", At(9, 00, 150), "willow")
        {
            Track = "teaching",
            Chairs = "zoe, guenther",
            Abstract = """
                Many schools begin lesson study with energy and lose it within two years. In this masterclass we look at what stays.

                Participants will

                - plan one **research lesson** in a group of four,
                - rehearse the conversation that follows it,
                - leave with a calendar for *their own* school.

                No knowledge of lesson study is needed; a lesson plan that did not work is welcome.
                """,
        },
        new("MC-B", "Leading from the middle: heads of department as teachers of teachers", At(9, 00, 150), "rowan")
        {
            Track = "leading",
            Chairs = "mbali, thomas",
            Abstract = "Heads of department stand between policy and pupils. We work with **three cases** from two countries and end with a "
                + "plan for the first hundred days.",
        },
        new("MC-C", "Designing networks of schools", At(9, 00, 150), "loft")
        {
            Track = "networks",
            Chairs = "ana, carlos",
            Abstract = """
                Not every network helps its schools. Six questions tell early whether one will:

                1. What is it *for*?
                2. Who may join, who may leave?
                3. What do members do together?
                4. Who decides?
                5. What does it cost, and who pays?
                6. How does what was learnt come home?

                The workbook is [on the congress website](https://meitheal.example.org/2027/networks).
                """,
            Resources = [new Link("Workbook (PDF)", "https://meitheal.example.org/2027/networks/workbook.pdf")],
        },
        new("BR-1", "Lunch", At(11, 30, 60), "refectory") { Language = null },
        new("KN-1", "Opening: what schools remember", At(12, 45, 75), "great-hall")
        {
            Chairs = "siofra",
            Abstract = "A school forgets faster than its teachers do. Łucja Źdźbłowska has followed twelve schools for fifteen years and "
                + "tells what they kept, what they lost & why <nobody> noticed.",
            Talks =
            [
                new(15, "Fáilte: welcome to Meitheal 2027", "niamh*"),
                new(60, "What schools remember", "lucja*", "Memory is not a store; it is a habit. Schools that keep what they learn have "
                    + "**places**, *people* and `rituals` for it."),
            ],
        },
        new("BR-2", "Coffee", At(14, 00, 30), "foyer") { Language = null },
        new("PS-1", "Classroom talk and who gets to do it", At(14, 30, 90), "rowan")
        {
            Track = "teaching",
            Chairs = "edith",
            Abstract = "Four studies of talk in classrooms, from first reading to the final year.",
            Talks =
            [
                new(20, "Silence as an answer: waiting time in two languages", "haruka*, minseo", "How long teachers wait depends on the "
                    + "language they teach in; the pupils' answers depend on it more."),
                new(20, "Questions that pupils ask each other", "emily*, david"),
                new(20, "Caint sa rang: talk in Irish-medium classes", "sean*, grainne", "We recorded forty lessons; 31 of them held more "
                    + "talk than their teachers had planned."),
                new(20, "Who is called upon? A count over one school year", "chloe*"),
            ],
        },
        new("PS-2", "Small schools, long distances", At(14, 30, 90), "loft")
        {
            Track = "networks",
            Chairs = "oisin",
            Abstract = "What changes when the nearest colleague is a ferry away.",
            Talks =
            [
                new(25, "Teaching across the archipelago", "aino*, tove"),
                new(25, "One head, three schools", "soren*, thordis", "A head teacher's diary, kept for a year and read by a stranger."),
                new(25, "Village schools & the rainy season", "thao*, wulandari"),
            ],
        },
        new("SY-1", "Belonging before achievement?", At(14, 30, 90), "willow")
        {
            Track = "equity",
            Chairs = "mbali",
            Discussants = "thomas",
            Abstract = "Three programmes put belonging first and were asked for results after one year. The symposium asks *which* results; "
                + "its discussant doubts the question.",
            Talks =
            [
                new(20, "First weeks: how pupils are greeted in forty schools", "fatou*, kwame"),
                new(20, "Uniforms, names, lunch", "okello*"),
                new(20, "A school that changed its bell", "beatriz*, ana"),
            ],
        },
        new("NM-1", "Network meeting: schools by the sea", At(14, 30, 90), "online")
        {
            Track = "networks",
            Chairs = "carys, jan",
            Abstract = "Open to everybody who teaches within sight of the sea. How to join is told to participants.",
        },
        Poster("PO-1", "Attendance after the flood: a school's own data", "ioana*", "evidence"),
        Poster("PO-2", "Reading rooms in a mining town", "tatjana*", "teaching"),
        Poster("PO-3", "Forest days: what 200 pupils drew", "hana*", "equity"),
        Poster("PO-4", "गाँव की पाठशाला: a village school builds its own library", "meera*, thao", "networks"),
        new("SO-1", "Welcome reception", At(18, 00, 90), "long-gallery")
        {
            Abstract = "With music by pupils of Weirside Community School. 🎻",
        },
    ];

    private static TimeSlot At(int hour, int minute, int minutes) => new(new LocalDateTime(2027, 1, 12, hour, minute), minutes);

    private static SampleSession Poster(string code, string title, string authors, string track) =>
        new(code, title, At(16, 00, 60), "foyer") { Track = track, Talks = [new(null, title, authors)] };
}
