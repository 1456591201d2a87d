using Agenda.Domain;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>The links of a file that can be shown: web addresses, each once.</summary>
internal sealed class FileLinks(SaidSchedule schedule, CleanText clean, ImportNotes notes)
{
    private readonly Uri? root = Uri.TryCreate(schedule.BaseUrl.Text?.Trim(), UriKind.Absolute, out var root) ? root : null;

    public IReadOnlyList<Link> Of(IEnumerable<SaidLink> said)
    {
        var links = new List<Link>();
        foreach (var link in said.Where(l => !l.Url.IsBlank))
        {
            var address = Resolved(link.Url.Text!.Trim());
            if (!Link.IsWebAddress(address) || address.Any(char.IsControl))
                notes.LeaveOut(link.Url.Where, $"address \"{address}\"", "Only addresses that begin with http or https are shown.");
            else if (links.Count == Limits.Links)
                notes.LeaveOut(link.Url.Where, $"address \"{address}\"", $"There are more than {Limits.Links} links in one place.");
            else if (!links.Exists(l => l.Url == address))
                links.Add(new Link(clean.Line(link.Title, "title of a link", Limits.Name) ?? link.Kind, address));
        }

        return links;
    }

    private string Resolved(string address) =>
        root is not null && address.StartsWith('/') && Uri.TryCreate(root, address, out var absolute) ? absolute.AbsoluteUri : address;
}
