using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>The conference that an operation below <c>/conferences/{slug}</c> is about. Read only: operations on the conference itself load their own.</summary>
internal sealed class EditedConference
{
    private Conference? conference;

    public Conference Conference => conference ?? throw new InvalidOperationException("The operation is not below a conference.");

    public ConferenceId Id => Conference.Id;

    public string Slug => Conference.Slug;

    public ConferenceZone Zone => Conference.Zone;

    /// <summary>Answers 404 where there is no such conference.</summary>
    public static async ValueTask<object?> Load(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var slug = (string)http.GetRouteValue("slug")!;
        var edited = http.RequestServices.GetRequiredService<EditedConference>();
        edited.conference = await http.RequestServices.GetRequiredService<AgendaDbContext>().Conferences.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Slug == slug, http.RequestAborted);
        http.RequestServices.GetRequiredService<AuditTrail>().Conference = edited.conference?.Id;
        return edited.conference is null ? Problems.Missing("conference", slug) : await next(context);
    }
}
