using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Companies;

/// <summary>The fields that every company has.</summary>
public static class CompanyFields
{
    /// <summary>The key of the name.</summary>
    public const string Name = "name";

    /// <summary>The key of the internet domain.</summary>
    public const string Domain = "domain";

    /// <summary>The key of the id that another system gave the company.</summary>
    public const string ExternalId = "externalId";

    internal const int NameId = 1;
    internal const int DomainId = 2;
    internal const int ExternalIdId = 3;

    /// <summary>The first id that an added field can have.</summary>
    public const int FirstCustomId = 100;

    /// <summary>Gets the fields, in the order in which to list them.</summary>
    public static IReadOnlyList<CompanyField> Standard { get; } =
    [
        new() { Id = NameId, Key = Name, Label = "Name", Type = FieldType.Text, Position = 0, CreatedBy = "LeadStudio" },
        new() { Id = DomainId, Key = Domain, Label = "Domain", Type = FieldType.Text, Position = 1, CreatedBy = "LeadStudio" },
        new() { Id = ExternalIdId, Key = ExternalId, Label = "Company id", Type = FieldType.Text, Position = 2, CreatedBy = "LeadStudio" },
    ];

    /// <summary>Tells whether a company is recognised by a field.</summary>
    internal static bool IsIdentity(int field) => field is NameId or DomainId or ExternalIdId;

    /// <summary>Checks the label of a new field.</summary>
    /// <param name="all">The fields that there are.</param>
    /// <param name="label">The label.</param>
    /// <returns>What is wrong, or null.</returns>
    public static FieldLabelRefused? WhyNotLabel(IReadOnlyList<CompanyField> all, string label)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(label);
        var folded = Folding.Fold(label);
        return folded.Length == 0 ? new("Give the field a name.")
            : label.Trim().Length > FieldRules.LongestLabel ? new($"The name is longer than {FieldRules.LongestLabel} characters. Shorten it.")
            : all.Any(other => Folding.Fold(other.Label) == folded) ? new($"There is another field named \"{label.Trim()}\". Choose another name.")
            : null;
    }

    internal static CompanyField Place(IReadOnlyList<CompanyField> all, string label, FieldType type, Actor by, long at)
    {
        if (type is FieldType.Choice or FieldType.MultiChoice)
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, "A field of companies is a text, number, boolean or date.");
        }

        var start = FieldKey.From(label);
        var key = start;
        for (var number = 2; all.Any(other => other.Key.Equals(key, StringComparison.OrdinalIgnoreCase)); number++)
        {
            key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{start}{number}");
        }

        return new()
        {
            Id = Math.Max(FirstCustomId, all.Max(other => other.Id) + 1),
            Key = key,
            Label = label.Trim(),
            Type = type,
            Position = all.Max(other => other.Position) + 1,
            CreatedAt = at,
            CreatedBy = by.Name,
        };
    }
}
