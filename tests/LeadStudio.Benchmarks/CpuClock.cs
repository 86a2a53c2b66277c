using System.Runtime.InteropServices;

namespace LeadStudio.Benchmarks;

/// <summary>Measures processor time of this process, all threads together, and what a piece of work allocates.</summary>
internal static class CpuClock
{
    /// <summary>Runs <paramref name="work"/> once.</summary>
    public static Measurement Measure(Action work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        work();
        return new Measurement(Environment.CpuUsage.TotalTime - start, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>Gives the middle one of some figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }
}

/// <summary>What a piece of work took.</summary>
/// <param name="Cpu">Processor time.</param>
/// <param name="AllocatedBytes">Bytes allocated by the calling thread.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measurement(TimeSpan Cpu, long AllocatedBytes);
