using Agenda.Domain.People;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Samples;

/// <summary>The people of the sample conference. All are invented, as are the places where they work.</summary>
internal static class SamplePeople
{
    /// <summary>By the short name that the sample sessions use; it is also the local part of the e-mail address, which must stay private.</summary>
    public static readonly (string Key, PersonFacts Facts)[] All =
    [
        // Ireland and Britain
        ("niamh", Who("Niamh", "Ní Thuathaláin-Roe", "Meitheal Institute, Baile an Mhuilinn", "Ireland") with
        {
            Biography = "Niamh has taught in **three island schools** and now leads the Meitheal Institute. She collects *barometers*.",
            Links = [new Link("Meitheal Institute", "https://meitheal.example.org/institute")],
        }),
        ("sean", Who("Seán", "Ó Bracáin-Wren", "Coláiste na Carraige", "Ireland")),
        ("grainne", Who("Gráinne", "Mac an Mhuilinn", "Coláiste na Carraige", "Ireland")),
        ("oisin", Who("Oisín", "Carrowbeg", "Weirside Community School", "Ireland")),
        ("siofra", Who("Síofra", "de Burgh-Hale", "Meitheal Institute, Baile an Mhuilinn", "Ireland")),
        ("edith", Who("Edith", "Brackenthwaite", "University of the Fells", "United Kingdom")),
        ("thomas", Who("Thomas", "Hollowell-Vane", "University of the Fells", "United Kingdom")),
        ("quentin", Who("Quentin", "Undermeadow-Price", "Secret Garden College", "United Kingdom")),
        ("carys", Who("Carys", "Ap Llwyd-Penry", "Prifysgol y Bryniau", "United Kingdom")),

        // The continent
        ("lucja", Who("Łucja", "Źdźbłowska", "Akademia Szkolna, Łódź", "Poland") with
        {
            Biography = "Łucja studies how schools remember. Before that she was a head teacher for eleven years, in a school with a leaking roof.",
        }),
        ("wojciech", Who("Wojciech", "Śliwogórski", "Akademia Szkolna, Łódź", "Poland")),
        ("eleni", Who("Ελένη", "Θαλασσινάκη", "Πανεπιστήμιο Αρχιπελάγους", "Greece")),
        ("oksana", Who("Оксана", "Вербогай", "Інститут шкільного розвитку", "Ukraine")),
        ("thordis", Who("Þórdís", "Eldbjargardóttir", "Skólaþróunarstofa", "Iceland")),
        ("ines", Who("Inês", "Conceição-Alvor", "Escola Superior do Vale", "Portugal")),
        ("zoe", Who("Zoë", "Mühlenstraß", "Pädagogische Werkstatt Süd", "Germany")),
        ("guenther", Who("Günther", "Weißquell", "Pädagogische Werkstatt Süd", "Germany")),
        ("lena", Who("Lena", "Öztürk-Baumgart", "Hochschule am Deich", "Germany")),
        ("ayse", Who("Ayşe", "Işıklıdere", "Köprü Üniversitesi", "Türkiye")),
        ("ana", Who("Ana María", "Peñalíñez", "Universidad del Páramo", "Spain")),
        ("chloe", Who("Chloé", "Lefœuvre", "Institut des Deux Rives", "France")),
        ("jan", Who("Jan", "van der Rietlandhoek", "Hogeschool aan Zee", "Netherlands")),
        ("hana", Who("Hana", "Dvořáčkovská", "Vysoká škola pod Lesem", "Czechia")),
        ("soren", Who("Søren", "Ærøstrand", "Fjordskolen", "Denmark")),
        ("aino", Who("Aino", "Yläsaarinen", "Järviseudun koulutus", "Finland")),
        ("tove", Who("Tove", "Ängsholm", "Skärgårdens högskola", "Sweden")),
        ("rosa", Who("Rosa", "Castelvento", "Università delle Due Valli", "Italy")),
        ("tatjana", Who("Tatjana", "Čobanskić", "Škola na Reci", "Serbia")),
        ("ioana", Who("Ioana", "Șerbăneț", "Școala de Sus", "Romania")),

        // Africa and Asia
        ("amal", Who("أمل", "الزيتونية", "جامعة الواحة", "Jordan")),
        ("yusuf", Who("يوسف", "النخلاوي", "جامعة الواحة", "Jordan")),
        ("tamar", Who("תמר", "בן־חורש", "מכללת ההר הירוק", "Israel")),
        ("samira", Who("سمیرا", "باغستانی", "دانشسرای کویر", "Iran")),
        ("xiaowen", Who("", "柳晓雯", "清溪师范学院", "China")),
        ("haruka", Who("", "高瀬川 はるか", "山里教育大学", "Japan")),
        ("minseo", Who("", "서가람", "솔숲교육대학교", "Republic of Korea")),
        ("meera", Who("मीरा", "पर्वतवाल", "ग्राम शिक्षा संस्थान", "India")),
        ("thao", Who("Thảo", "Nguyễn-Lâm Sơn", "Trường Sư phạm Suối Mây", "Viet Nam")),
        ("wulandari", Who("Wulandari", "", "Sekolah Tinggi Hutan Hujan", "Indonesia")),
        ("mbali", Who("Mbali", "Khanyile-Dunes", "Ubuntu Teachers' College", "South Africa")),
        ("okello", Who("Okello", "p'Lakwena-Ridge", "Nile Bend University", "Uganda")),
        ("fatou", Who("Fatou", "Sarr-Baobab", "École normale du Fleuve", "Senegal")),
        ("kwame", Who("Kwame", "Asantepong", "Lagoon Institute of Education", "Ghana")),

        // The Americas and Oceania
        ("david", Who("David", "Frostmeadow", "Prairie Lakes University", "Canada")),
        ("emily", Who("Emily", "Tallpines-O'Rourke", "Prairie Lakes University", "Canada")),
        ("carlos", Who("Carlos", "Quispe-Rumiñahui", "Universidad del Altiplano Verde", "Peru")),
        ("beatriz", Who("Beatriz", "Araújo do Valverde", "Faculdade das Águas", "Brazil")),
        ("kahu", Who("Kahurangi", "Te Awa-Stone", "Te Kura o te Awa", "New Zealand")),
        ("priya", Who("Priya", "Ghosh-Wattlebird", "Saltbush University", "Australia")),
    ];

    private static PersonFacts Who(string given, string family, string affiliation, string country) =>
        new(given, family) { Affiliation = affiliation, Country = country };
}
