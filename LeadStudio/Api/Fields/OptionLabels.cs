using LeadStudio.Core.Leads.Import;

namespace LeadStudio.Api.Fields;

/// <summary>Checks the texts of new options.</summary>
internal static class OptionLabels
{
    private const int Longest = 200;

    /// <summary>Says what is wrong.</summary>
    /// <param name="labels">The texts.</param>
    /// <returns>What to do; null where nothing is wrong.</returns>
    public static string? WhyNot(IReadOnlyList<string> labels) =>
        labels.Count > ImportLimits.OptionsPerField ? $"Send at most {ImportLimits.OptionsPerField} options."
        : labels.Any(label => string.IsNullOrWhiteSpace(label) || label.Trim().Length > Longest || label.Contains('\0', StringComparison.Ordinal))
            ? $"An option has 1 to {Longest} characters. Correct those that have not."
            : null;
}
