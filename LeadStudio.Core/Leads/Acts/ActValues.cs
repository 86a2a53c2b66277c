using System.Globalization;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>What an act sets.</summary>
internal static class ActValues
{
    private const int Longest = 200;

    /// <summary>Gives the field that a kind of act changes; null for a deletion and a merge.</summary>
    public static string? FieldOf(ActKind kind) => kind switch
    {
        ActKind.Assign => StandardFields.Owner,
        ActKind.Stage => StandardFields.Stage,
        ActKind.Tag or ActKind.Untag => StandardFields.Tags,
        ActKind.Delete or ActKind.Merge => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of act."),
    };

    /// <summary>Says why values cannot be set, whatever the fields are; null where they can.</summary>
    public static ActRefused? WhyNot(ActChange change) =>
        change.Values.Any(value => value.Trim().Length > Longest) ? new ActRefused($"An owner or a tag has at most {Longest} characters. Shorten it.") : null;

    /// <summary>Understands what to set, by the fields as they are.</summary>
    /// <returns>The argument of the act, and the same in words.</returns>
    public static Result<(string Argument, string Text)> Read(FieldCatalog catalog, ActChange change)
    {
        var values = change.Values.Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        if (change.Kind == ActKind.Delete)
        {
            return ("", "");
        }

        var field = catalog[FieldOf(change.Kind)!];
        if (change.Kind == ActKind.Assign)
        {
            var owner = values is [var one] ? one : "";
            return (owner, owner);
        }

        var options = values.Select(value => catalog.FindOption(field, value)).ToList();
        if (options.Count == 0 || options.Contains(null))
        {
            var missing = options.Count == 0 ? "" : values[options.IndexOf(null)];
            return new ActRefused(missing.Length == 0 ? $"{field.Label}: choose one first." : $"{field.Label}: there is no \"{missing}\". Choose another one.");
        }

        var text = string.Join(", ", options.Select(option => option!.Label));
        return change.Kind == ActKind.Stage
            ? (options[0]!.Code.ToString(CultureInfo.InvariantCulture), options[0]!.Label)
            : (FieldValue.OfCodes(options.Select(option => option!.Code)).Text!, text);
    }

    /// <summary>Gives the value that a lead is to show.</summary>
    public static FieldValue Apply(LeadAct act, FieldValue now) => act.Kind switch
    {
        ActKind.Assign => FieldValue.Of(act.Argument),
        ActKind.Stage => FieldValue.Of(double.Parse(act.Argument, CultureInfo.InvariantCulture)),
        ActKind.Tag => FieldValue.OfCodes(now.ToCodes().Concat(Codes(act))),
        ActKind.Untag => FieldValue.OfCodes(now.ToCodes().Except(Codes(act))),
        ActKind.Delete or ActKind.Merge => throw new InvalidOperationException("A deletion or a merge sets nothing."),
        _ => throw new InvalidOperationException($"Unknown kind {act.Kind}."),
    };

    private static IReadOnlyList<int> Codes(LeadAct act) => new FieldValue(act.Argument, double.NaN).ToCodes();
}
