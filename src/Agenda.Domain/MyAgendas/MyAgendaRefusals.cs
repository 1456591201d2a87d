namespace Agenda.Domain.MyAgendas;

/// <summary>Everything that starring can be refused for.</summary>
public static class MyAgendaRefusals
{
    public static Refusal TooManyStars() => new("too-many-stars", $"An agenda of one's own holds {MyAgenda.MostStars} sessions at the most.");
}
