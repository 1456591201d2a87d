using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Infrastructure.Samples;

/// <summary>The second day: four languages, a cancelled session, a draft at the same hour, and a gala that ends on the third day.</summary>
internal static class SampleWednesday
{
    private const string Knowing = "Knowing without measuring";

    public static readonly SampleSession[] Sessions =
    [
        new("KN-2", Knowing, At(9, 00, 60), "great-hall")
        {
            Track = "evidence",
            Chairs = "niamh",
            Abstract = "Teachers know much that no instrument shows. Ελένη Θαλασσινάκη asks what of it can be said, to whom, and what is lost on the way.",
            Talks = [new(60, Knowing, "eleni*")],
        },
        new("KN-2L", "Live transmission: " + Knowing, At(9, 00, 60), "online") { Track = "evidence", Abstract = "The keynote KN-2, for "
            + "those who cannot be in the Great Hall." },
        new("BR-3", "Coffee", At(10, 00, 30), "foyer") { Language = null },
        new("PS-3", "القيادة المدرسية في زمن التغيير", At(10, 30, 90), "wheel")
        {
            Track = "leading",
            Language = "ar",
            Chairs = "yusuf",
            Abstract = "جلسة أوراق باللغة العربية عن القيادة المدرسية والتعلم المهني. **الترجمة الفورية إلى الإنجليزية متاحة.**",
            Talks =
            [
                new(25, "المدير الجديد: السنة الأولى", "amal*", "دراسة عن خمسة عشر مديراً في عامهم الأول."),
                new(25, "مدرسة بلا جرس", "samira*"),
                new(25, "التعلم من الزملاء", "yusuf*, amal"),
            ],
        },
        new("PS-4", "Teachers who read research, and research that reads teachers", At(10, 30, 90), "rowan")
        {
            Track = "evidence",
            Chairs = "kahu",
            Abstract = "Four studies on how evidence gets into a staff room; and how it gets out again.",
            Talks =
            [
                new(20, "A journal club on the night bus", "priya*, kahu"),
                new(20, "教师怎样读研究: how teachers read studies", "xiaowen*", "Think-aloud protocols of 24 teachers; the tables were skipped, "
                    + "the quotations were not."),
                new(20, "What a village inspector wants to know", "meera*"),
                new(20, "Evidence \"brokers\": a job description; a path\\way", "rosa*"),
            ],
        },
        new("SY-2", "Unterricht gemeinsam entwickeln", At(10, 30, 90), "willow")
        {
            Track = "teaching",
            Language = "de",
            Chairs = "lena",
            Discussants = "guenther",
            Abstract = "Drei Schulen öffnen ihre Türen füreinander. Das Symposium fragt, was Besuche verändern – und was größer wird, wenn niemand bewertet.",
            Talks =
            [
                new(25, "Besuche ohne Bögen", "zoe*", "Ein Jahr lang ohne Beobachtungsbogen: was Lehrkräfte stattdessen notierten."),
                new(25, "Die Fachkonferenz als Werkstatt", "lena*, guenther"),
            ],
        },
        new("PS-5", "Assessment without marks", At(10, 30, 90), "loft")
        {
            Track = "evidence",
            Status = SessionStatus.Cancelled,
            Chairs = "tatjana",
            Abstract = "Cancelled: the speakers cannot travel. Their papers will be on the congress website.",
            Talks = [new(30, "Portfolios in the mountains", "ioana*"), new(30, "Letters instead of reports", "hana*, wojciech")],
        },
        // Seen by organisers only; its words and its only author occur nowhere else.
        new("SY-5", "Embargoed: the Undermeadow findings", At(10, 30, 90), "hazel")
        {
            Status = SessionStatus.Draft,
            Track = "evidence",
            Chairs = "edith",
            Discussants = "thomas",
            Abstract = "Not to be announced before the report is out.",
            Talks = [new(30, "What the Undermeadow report found", "quentin*")],
        },
        new("BR-4", "Lunch", At(12, 00, 60), "refectory") { Language = null },
        new("MC-D", "Observing without judging", At(13, 00, 150), "willow")
        {
            Track = "teaching",
            Chairs = "niamh, sean",
            Abstract = "Two observers of one lesson seldom see the same. We practise *describing* before anything else, with films of "
                + "lessons from four countries.",
        },
        new("MC-E", "Mathematics as a conversation", At(13, 00, 150), "rowan")
        {
            Track = "teaching",
            Chairs = "xiaowen, haruka",
            Abstract = "Open problems, few words and a board that is never wiped. Bring a pencil; everything else is there.",
        },
        new("MC-F", "Whakawhanaungatanga: building relationships that schools can stand on", At(13, 00, 150), "abhann")
        {
            Track = "equity",
            Chairs = "kahu, emily",
            Abstract = "Relationships are work. Participants map the ones their school rests on, find the missing ones and write the first letter.",
        },
        new("BR-5", "Coffee in both buildings", At(15, 30, 30), null) { Language = null },
        new("PS-6", "Partnerships that cost something", At(16, 00, 90), "loft")
        {
            Track = "networks",
            Chairs = "chloe",
            Abstract = "Universities, harbours, a football club: four partnerships and their accounts.",
            Talks =
            [
                new(20, "The harbour as a classroom", "jan*, carys"),
                new(20, "Szkoła i uniwersytet: ten years of Thursdays", "lucja*, wojciech", "Every Thursday for ten years, teachers of Łódź "
                    + "met researchers for two hours. We count what came of it."),
                new(20, "Школа під час війни: schools that moved twice", "oksana*"),
                new(20, "O clube e a escola", "ines*"),
            ],
        },
        new("SY-3", "Scoileanna beaga, ceangail láidre", At(16, 00, 90), "abhann")
        {
            Track = "networks",
            Language = "ga",
            Chairs = "grainne",
            Discussants = "siofra",
            Abstract = "Siompóisiam i nGaeilge faoi scoileanna beaga tuaithe agus an comhoibriú eatarthu. *Fáilte roimh chách.*",
            Talks =
            [
                new(25, "Trí scoil, foireann amháin", "sean*"),
                new(25, "An bád farantóireachta mar sheomra ranga", "oisin*"),
                new(25, "Ag éisteacht leis an bpobal", "grainne*"),
            ],
        },
        new("NM-2", "Network meeting: red de escuelas de altura", At(16, 00, 90), "online")
        {
            Track = "networks",
            Chairs = "carlos, beatriz",
            Abstract = "Schools above 2,500 metres meet. Español, português and English.",
        },
        new("SO-2", "Gala dinner and céilí", At(19, 30, 300), "long-gallery") { Abstract = "Dinner at 19:30, dancing until half past "
            + "midnight. Buses leave at 00:45." },
    ];

    private static TimeSlot At(int hour, int minute, int minutes) => new(new LocalDateTime(2027, 1, 13, hour, minute), minutes);
}
