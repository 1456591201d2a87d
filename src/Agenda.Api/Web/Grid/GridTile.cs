using Agenda.Domain.Releases;

namespace Agenda.Api.Web.Grid;

/// <summary>A session, or a stack of several, in its place; a session without one is in a stack, and seen where there is no grid.</summary>
public sealed record GridTile(IReadOnlyList<PublishedSession> Sessions, TilePlace? Place)
{
    internal static IEnumerable<GridTile> Of(Laned laned, GridColumn column, int from, int rows)
    {
        yield return new([.. laned.Sessions.Select(t => t.Session)], new(column, from, 1, rows, laned.Lane, laned.Lanes));
        if (laned.Sessions.Count == 1)
            yield break;
        foreach (var stacked in laned.Sessions)
            yield return new([stacked.Session], null);
    }
}

/// <summary>Where a tile is; one that is for everybody has no column of its own.</summary>
public sealed record TilePlace(GridColumn? Column, int From, int Width, int Rows, int Lane = 0, int Lanes = 1);
