namespace Agenda.Api.Web.Organise.Trace;

/// <summary>What fields are called in forms; what people seldom meet is called as in the API.</summary>
internal static class FieldWords
{
    public static string Of(string field)
    {
        // contributions[MC-1.2].title
        if (field.StartsWith("contributions[", StringComparison.Ordinal) && field.IndexOf("].", StringComparison.Ordinal) is > 0 and var end)
            return $"{field["contributions[".Length..end]}: {Of(field[(end + "].".Length)..])}";

        return field switch
        {
            "abstract" => OrganiseWords.Abstract,
            "absences" => OrganiseWords.Absences,
            "affiliation" => OrganiseWords.Affiliation,
            "authors" => OrganiseWords.AuthorsInOrder,
            "biography" => OrganiseWords.Biography,
            "break" => OrganiseWords.Break,
            "building" => OrganiseWords.Building,
            "capacity" => OrganiseWords.Capacity,
            "chairs" => OrganiseWords.Chairs,
            "code" => OrganiseWords.Code,
            "colour" => OrganiseWords.Colour,
            "contact" => OrganiseWords.Contact,
            "contributions" => OrganiseWords.ContributionsInOrder,
            "country" => OrganiseWords.Country,
            "pronunciation" => OrganiseWords.Pronunciation,
            "defaultMinutes" => OrganiseWords.UsualMinutes,
            "discussants" => OrganiseWords.DiscussantsInOrder,
            "email" => OrganiseWords.Email,
            "familyName" => OrganiseWords.FamilyName,
            "firstDay" => OrganiseWords.FirstDay,
            "givenName" => OrganiseWords.GivenName,
            "joinUrl" => OrganiseWords.JoinUrl,
            "language" => OrganiseWords.Language,
            "lastDay" => OrganiseWords.LastDay,
            "links" or "resources" => OrganiseWords.Links,
            "minutes" or "placement.minutes" => OrganiseWords.Minutes,
            "name" => OrganiseWords.Name,
            "needsChair" => OrganiseWords.NeedsChair,
            "notes" => OrganiseWords.Notes,
            "openingHours" => OrganiseWords.OpeningHours,
            "order" => OrganiseWords.Order,
            "parallel" => OrganiseWords.Parallel,
            "placement.room" => OrganiseWords.Room,
            "placement.start" => OrganiseWords.Start,
            "plenary" => OrganiseWords.Plenary,
            "reason" => OrganiseWords.Reason,
            "seats" => OrganiseWords.Seats,
            "slug" => OrganiseWords.Slug,
            "status" => OrganiseWords.Status,
            "timeZone" => OrganiseWords.TimeZone,
            "title" => OrganiseWords.Title,
            "track" => OrganiseWords.Track,
            "type" => OrganiseWords.Type,
            "virtual" => OrganiseWords.VirtualRoom,
            _ => field,
        };
    }
}
