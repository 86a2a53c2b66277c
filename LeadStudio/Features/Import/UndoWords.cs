using System.Globalization;
using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Features.Import;

/// <summary>Says in sentences what taking an import back will do, or did.</summary>
internal static class UndoWords
{
    /// <summary>Says how many leads or companies will be removed.</summary>
    public static string Removed(long count, ImportSubject about) => count switch
    {
        0 => $"No {One(about)} will be removed: others know all of them.",
        1 => $"1 {One(about)} that only this import knows will be removed.",
        _ => $"{Number(count)} {Many(about)} that only this import knows will be removed.",
    };

    /// <summary>Says how many leads or companies will stay.</summary>
    public static string Kept(long count, ImportSubject about) => count switch
    {
        0 => $"No other {One(about)} will change.",
        1 => $"1 {One(about)} keeps what others said of it, and loses what this import said.",
        _ => $"{Number(count)} {Many(about)} keep what others said of them, and lose what this import said.",
    };

    /// <summary>Says what was done.</summary>
    public static string Done(long removed, long kept, ImportSubject about) =>
        $"{Counted(removed, about)} removed; {Counted(kept, about)} stayed with what others said.";

    /// <summary>Names several leads or companies.</summary>
    public static string Many(ImportSubject about) => about == ImportSubject.Companies ? "companies" : "leads";

    private static string One(ImportSubject about) => about == ImportSubject.Companies ? "company" : "lead";

    private static string Counted(long count, ImportSubject about) => count == 1 ? $"1 {One(about)}" : $"{Number(count)} {Many(about)}";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
