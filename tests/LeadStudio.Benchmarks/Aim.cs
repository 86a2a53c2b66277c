namespace LeadStudio.Benchmarks;

/// <summary>Prints one figure beside its aim.</summary>
internal static class Aim
{
    /// <summary>Prints a line.</summary>
    /// <returns><paramref name="isReached"/>.</returns>
    public static bool Check(string what, string figure, string aim, bool isReached)
    {
        Console.WriteLine($"{what,-26} {figure,12}   aim {aim,9}   {(isReached ? "reached" : "MISSED")}");
        return isReached;
    }
}
