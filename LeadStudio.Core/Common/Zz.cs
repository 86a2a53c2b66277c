#pragma warning disable
using System.Diagnostics;
namespace LeadStudio.Core.Common;
public static class Zz
{
    public static System.Collections.Concurrent.ConcurrentDictionary<string, long> T = new();
    public static long Now => Stopwatch.GetTimestamp();
    public static long Add(string n, long since) { var now = Now; T.AddOrUpdate(n, now - since, (_, v) => v + now - since); return now; }
    public static void Print() { foreach (var p in T.OrderBy(p => p.Key)) Console.WriteLine($"zz {p.Key} {p.Value * 1.0 / Stopwatch.Frequency:0.00} s"); }
}
