namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads ConfTool's exports of people: users, participants, or authors.</summary>
internal static class ConfToolPeople
{
    public static SaidSchedule Read(List<ConfToolRow> rows)
    {
        var schedule = new SaidSchedule { Format = ScheduleFormats.ConfToolPeople, Partial = true, OnlyKnownPeople = true };
        schedule.People.AddRange(rows.Select(Of));
        return schedule;
    }

    private static SaidPerson Of(ConfToolRow row)
    {
        var (given, family) = (row["firstname"], row["lastname"]);
        if (family.IsBlank && !given.IsBlank)
            family = row["name"];
        var whole = row["fullname", "name"];
        var name = ConfToolNames.Of(family.IsBlank ? whole : family with { Text = given.IsBlank ? family.Text : $"{family.Text}, {given.Text}" });
        return new SaidPerson(row.Where)
        {
            Id = ConfTool.Id(row["personID"]),
            Name = name.Name,
            GivenName = name.Given,
            FamilyName = name.Family,
            Affiliation = row["organisation"],
            Biography = row["cv"],
            Email = row["email"],
        };
    }
}
