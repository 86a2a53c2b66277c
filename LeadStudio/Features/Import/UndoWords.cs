using System.Globalization;

namespace LeadStudio.Features.Import;

/// <summary>Says in sentences what taking an import back will do, or did.</summary>
internal static class UndoWords
{
    /// <summary>Says how many leads will be removed.</summary>
    public static string Removed(long count) => count switch
    {
        0 => "No lead will be removed: others know all of them.",
        1 => "1 lead that only this import knows will be removed.",
        _ => $"{Number(count)} leads that only this import knows will be removed.",
    };

    /// <summary>Says how many leads will stay.</summary>
    public static string Kept(long count) => count switch
    {
        0 => "No other lead will change.",
        1 => "1 lead keeps what others said of it, and loses what this import said.",
        _ => $"{Number(count)} leads keep what others said of them, and lose what this import said.",
    };

    /// <summary>Says what was done.</summary>
    public static string Done(long removed, long kept) =>
        $"{Leads(removed)} removed; {Leads(kept)} stayed with what others said.";

    private static string Leads(long count) => count == 1 ? "1 lead" : $"{Number(count)} leads";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
