using System.Runtime.InteropServices;

namespace LeadStudio.Benchmarks.Rules;

/// <summary>Proves that every single lead got the right points.</summary>
/// <param name="Sum">The sum of the points.</param>
/// <param name="Hash">hash * 31 + points over the leads in order, with overflow.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Checksum(long Sum, int Hash)
{
    public Checksum Add(int points) => new(Sum + points, unchecked((Hash * 31) + points));

    /// <summary>Ends the benchmark where the points are wrong: a wrong result has no speed.</summary>
    public void Require(Checksum actual, string who)
    {
        if (actual != this)
        {
            throw new InvalidOperationException($"Wrong points, {who}: {actual} instead of {this}.");
        }
    }
}
