namespace Agenda.Api.Web.Grid;

/// <summary>Which row of the grid a step of the day is: true to the time, but for stretches of two hours and more without a session, which are folded.</summary>
internal sealed class TimeAxis
{
    /// <summary>How many rows are left of a stretch that is folded.</summary>
    public const int FoldedRows = 4;

    private const int FoldedFrom = 2 * Steps.InAnHour;

    // From a step on, how many steps were left out before it.
    private readonly List<(int Step, int LeftOut)> pieces = [];

    public TimeAxis(IEnumerable<Steps> spans)
    {
        var covered = int.MinValue;
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (covered == int.MinValue)
                pieces.Add((span.From, span.From));
            else if (span.From - covered >= FoldedFrom)
                pieces.Add((span.From, pieces[^1].LeftOut + span.From - covered - FoldedRows));
            covered = Math.Max(covered, span.To);
        }
    }

    public int RowOf(int step) => step - pieces.FindLast(piece => piece.Step <= step).LeftOut;

    /// <summary>How many minutes without a session are folded right before a step.</summary>
    public int FoldedBefore(int step)
    {
        var piece = pieces.FindIndex(piece => piece.Step == step);
        return piece < 1 ? 0 : (pieces[piece].LeftOut - pieces[piece - 1].LeftOut + FoldedRows) * Steps.Minutes;
    }
}
