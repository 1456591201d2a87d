namespace Agenda.Domain.MyAgendas;

/// <summary>Kinds of calendar programs that read feeds, as far as they say who they are.</summary>
public enum CalendarClient
{
    Other = 0,
    Google = 1,
    Apple = 2,
    Outlook = 3,
    Thunderbird = 4,
    Android = 5,
    Nextcloud = 6,
    Proton = 7,
    Fastmail = 8,
    Evolution = 9,
    Yahoo = 10,
    Browser = 11,
}
