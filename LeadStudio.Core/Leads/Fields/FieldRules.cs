using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>What may be done to which field.</summary>
public static class FieldRules
{
    /// <summary>The longest label, in characters.</summary>
    public const int LongestLabel = 80;

    /// <summary>Says why a field cannot get another type.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Why, or null where it can.</returns>
    public static FieldIsFixed? WhyNotRetype(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsStandard ? new(field.Label, "every installation has this field with this type.") : null;
    }

    /// <summary>Says why a field cannot be merged into another.</summary>
    /// <param name="field">The field that is to go.</param>
    /// <param name="into">The field that is to take over.</param>
    /// <returns>Why, or null where it can.</returns>
    public static FieldIsFixed? WhyNotMerge(Field field, Field into)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(into);
        return field.Id == into.Id ? new(field.Label, "choose another field to merge it into.")
            : field.IsStandard ? new(field.Label, "every installation has this field. Merge the other one into it.")
            : IsOwn(into) ? new(into.Label, "leads are found by it, or LeadStudio sets it by itself.")
            : null;
    }

    /// <summary>Says why the write policy of a field cannot be set.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Why, or null where it can.</returns>
    public static FieldIsFixed? WhyNotPolicy(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return IsOwn(field) ? new(field.Label, "leads are found by it, or LeadStudio sets it by itself.") : null;
    }

    /// <summary>Says why no other option can take the place of one.</summary>
    /// <param name="field">The choice.</param>
    /// <param name="option">The option that is to go.</param>
    /// <returns>Why, or null where it can go.</returns>
    public static FieldIsFixed? WhyNotReplace(Field field, FieldOption option)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(option);
        return field.Key == StandardFields.Stage && option.Code == StandardFields.StageNew ? new(option.Label, "new leads begin with it. Rename it instead.")
            : field.Key == StandardFields.Outcome ? new(option.Label, "a lead is won or lost.")
            : null;
    }

    /// <summary>Checks a label.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="field">The field that is to be named so; null for a new one.</param>
    /// <param name="label">The label.</param>
    /// <returns>What is wrong, or null.</returns>
    public static FieldLabelRefused? WhyNotLabel(FieldCatalog catalog, Field? field, string label)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(label);
        var folded = Folding.Fold(label);
        return folded.Length == 0 ? new("Give the field a name.")
            : label.Trim().Length > LongestLabel ? new($"The name is longer than {LongestLabel} characters. Shorten it.")
            : catalog.Fields.Any(other => other.Id != field?.Id && Folding.Fold(other.Label) == folded) ? new($"There is another field named \"{label.Trim()}\". Choose another name, or merge the two.")
            : null;
    }

    private static bool IsOwn(Field field) => field.Key is StandardFields.Email or StandardFields.ExternalId or StandardFields.UpdatedAt;
}
