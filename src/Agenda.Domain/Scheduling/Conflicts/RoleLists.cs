namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>Who does what in one session.</summary>
internal static class RoleLists
{
    /// <summary>Everybody once, with all that they do, in the order in which they are first named.</summary>
    public static IReadOnlyList<RoleOfPerson> Merged(List<RoleOfPerson>? named)
    {
        if (named is null or [])
            return [];
        if (named.Count == 1)
            return named;

        var merged = new List<RoleOfPerson>(named.Count);
        var places = named.Count > 8 ? new Dictionary<PersonId, int>(named.Count) : null;
        foreach (var (person, roles) in named)
        {
            var place = places is null ? merged.FindIndex(m => m.Person == person) : places.GetValueOrDefault(person, -1);
            if (place >= 0)
            {
                merged[place] = new(person, merged[place].Roles | roles);
                continue;
            }

            places?.Add(person, merged.Count);
            merged.Add(new(person, roles));
        }

        return merged;
    }
}
