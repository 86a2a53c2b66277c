using System.Globalization;
using LeadStudio.Core.Leads.Acts;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>Says in sentences what changes of many leads do and did.</summary>
public static class ActWords
{
    /// <summary>Says what is done, while it is.</summary>
    /// <param name="act">The act.</param>
    public static string Doing(LeadAct act)
    {
        var leads = Leads(act.Total);
        return act.Kind switch
        {
            _ when act.State == ActState.TakingBack => $"Taking back: {Done(act)}",
            ActKind.Assign => act.Argument.Length == 0 ? $"Taking the owner off {leads}" : $"Assigning {leads} to {act.ArgumentText}",
            ActKind.Stage => $"Moving {leads} to {act.ArgumentText}",
            ActKind.Tag => $"Tagging {leads} {act.ArgumentText}",
            ActKind.Untag => $"Taking {act.ArgumentText} off {leads}",
            ActKind.Delete => $"Deleting {leads}",
            ActKind.Merge => $"Merging {act.Selection} into {act.ArgumentText}",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Kind, "No such kind of act."),
        };
    }

    /// <summary>Says what was done.</summary>
    /// <param name="act">The act.</param>
    public static string Done(LeadAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var leads = Leads(act.Total);
        return act.Kind switch
        {
            ActKind.Assign => act.Argument.Length == 0 ? $"Owner taken off {leads}" : $"{leads} assigned to {act.ArgumentText}",
            ActKind.Stage => $"{leads} moved to {act.ArgumentText}",
            ActKind.Tag => $"{leads} tagged {act.ArgumentText}",
            ActKind.Untag => $"{act.ArgumentText} taken off {leads}",
            ActKind.Delete => $"{leads} deleted",
            ActKind.Merge => $"{act.Selection} merged into {act.ArgumentText}",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Kind, "No such kind of act."),
        };
    }

    /// <summary>Says how it went, beyond what <see cref="Done"/> says; empty where there is nothing to say.</summary>
    /// <param name="act">The act.</param>
    public static string Result(LeadAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (act.UndoAt is not null && act.State != ActState.TakingBack)
        {
            return act.Kept == 0 ? $"{Leads(act.Restored)} as before." : $"{Leads(act.Restored)} as before; {Kept(act)}";
        }

        return act.Unchanged == 0 ? "" : $"{Number(act.Changed)} changed; {Number(act.Unchanged)} {(act.Kind is ActKind.Delete or ActKind.Merge ? "were gone already." : "stayed: they had it already, somebody changed them meanwhile, or they are gone.")}";
    }

    /// <summary>Says what became of taking it back.</summary>
    /// <param name="act">The act.</param>
    public static string TakenBack(LeadAct act) => $"Taken back: {Result(act)}";

    /// <summary>Writes a number of leads.</summary>
    /// <param name="count">How many.</param>
    public static string Leads(long count) => count == 1 ? "1 lead" : $"{Number(count)} leads";

    private static string Kept(LeadAct act) => act.Kind is ActKind.Delete or ActKind.Merge
        ? $"{Number(act.Kept)} could not come back: another lead has the e-mail address or id now, or the import that made them was taken back."
        : $"{Number(act.Kept)} {(act.Kept == 1 ? "was" : "were")} changed since and stay{(act.Kept == 1 ? "s" : "")} as {(act.Kept == 1 ? "it is" : "they are")}.";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
