using System.Diagnostics;

namespace Agenda.Benchmarks;

/// <summary>Figures of one measure: the median is what to quote, the worst tells how noisy the machine was.</summary>
internal static class Row
{
    public static async Task<double[]> MeasureAsync(int runs, Func<Task<double>> measure)
    {
        var milliseconds = new double[runs];
        for (var i = 0; i < runs; i++)
            milliseconds[i] = await measure();
        return milliseconds;
    }

    public static double[] Measure(int warmUp, int runs, Action measure)
    {
        for (var i = 0; i < warmUp; i++)
            measure();

        var milliseconds = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            measure();
            milliseconds[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return milliseconds;
    }

    /// <summary>With the time within which 95 of 100 were done.</summary>
    public static void PrintMost(string name, double[] milliseconds)
    {
        Print(name, milliseconds);
        Console.WriteLine($"{"  95 of 100 within",-44}{milliseconds[(milliseconds.Length - 1) * 95 / 100],9:N2} ms");
    }

    public static void Print(string name, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        Console.WriteLine($"{name,-44}{milliseconds[milliseconds.Length / 2],9:N2} ms{milliseconds[^1],9:N2} ms");
    }
}
