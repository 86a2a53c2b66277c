using System.ComponentModel.DataAnnotations;
using LeadStudio.Core.Leads.Countries;

namespace LeadStudio.Core.Leads;

/// <summary>How leads are read; the section <c>LeadStudio:Leads</c>.</summary>
public sealed class LeadsOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio:Leads";

    /// <summary>Gets or sets the country of phone numbers without a country code, where the lead's own country is not known: a name or a code, such as <c>DE</c>.</summary>
    /// <value>The default is empty: such numbers are kept as they were typed.</value>
    public string DefaultCountry { get; set; } = "";

    /// <summary>Gets or sets how long deleted leads wait in the trash, and changes of many leads can be taken back, in days.</summary>
    /// <value>1 to 3,650. The default is 30.</value>
    [Range(1, 3650)]
    public int TrashDays { get; set; } = 30;

    /// <summary>Gets the two letters of that country; null where none is set.</summary>
    public string? DefaultRegion => CountryNames.CodeOf(DefaultCountry);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DefaultCountry.Length > 0 && DefaultRegion is null)
        {
            yield return new($"{SectionName}:DefaultCountry is \"{DefaultCountry}\". Set it to a country such as DE or Germany, or remove it.", [nameof(DefaultCountry)]);
        }
    }
}
