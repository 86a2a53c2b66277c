using System.Runtime.InteropServices;

namespace LeadStudio.Benchmarks.Rules;

/// <summary>The table of the rules benchmark and the marks that it must reach.</summary>
internal static class Report
{
    public static bool Print(Figures rates, Costs costs)
    {
        (string What, string Figure, string Target, bool IsReached)[] lines =
        [
            ("json-logic-engine", $"{rates.Peer / 1e6:0.00} M leads/CPU-s", "", true),
            ("one lead at a time", $"{rates.One / 1e6:0.00} M leads/CPU-s", ">= 5 M", rates.One >= 5e6),
            ("  beside the peer", $"{rates.One / rates.Peer:0.0} x", ">= 2.5 x", rates.One / rates.Peer >= 2.5),
            ("  allocated", $"{costs.BytesOne:0.000} bytes/lead", "nothing", costs.BytesOne < 0.01),
            ("columns", $"{rates.Columns / 1e6:0.00} M leads/CPU-s", ">= 25 M", rates.Columns >= 25e6),
            ("  beside the peer", $"{rates.Columns / rates.Peer:0.0} x", ">= 12 x", rates.Columns / rates.Peer >= 12),
            ("  allocated", $"{costs.BytesColumns:0.000} bytes/lead", "nothing", costs.BytesColumns < 0.01),
            ("20 rules compiled and first used", $"{costs.Compile.TotalMilliseconds:0.0} ms", "<= 30 ms", costs.Compile.TotalMilliseconds <= 30),
            ("loading and folding 100,000 leads", $"{costs.Load.TotalMilliseconds:0} ms", "", true),
            ("encoding 100,000 leads into columns", $"{costs.Encode.TotalMilliseconds:0} ms", "", true),
        ];
        Console.WriteLine("20 rules over 100,000 leads: sum 1,339,638 and hash -1,934,360,454 are right on all three sides.");
        foreach (var (what, figure, target, isReached) in lines)
        {
            Console.WriteLine($"{what,-38}{figure,24}   {target,-10}{(target.Length == 0 ? "" : isReached ? "reached" : "MISSED")}");
        }

        return lines.All(line => line.IsReached);
    }

    /// <summary>Leads per second of processor time, medians.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Figures(double One, double Columns, double Peer);

    /// <summary>Bytes per lead, and what comes before scoring.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Costs(double BytesOne, double BytesColumns, TimeSpan Compile, TimeSpan Load, TimeSpan Encode);
}
