using System.Globalization;
using LeadStudio.Core.Common;

namespace LeadStudio.Features.Leads.Columns;

/// <summary>A column that somebody chose for the lead list.</summary>
/// <param name="Key">The key of a field, or of what every list shows.</param>
/// <param name="Width">The width in pixels, 48 to 2,000; null for the usual one.</param>
public sealed record ColumnChoice(string Key, int? Width = null)
{
    /// <summary>Reads a list such as <c>title,country:140</c>; what cannot be read is left out.</summary>
    public static ValueList<ColumnChoice> ReadList(string text) =>
        ValueList.From(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).DistinctBy(choice => choice.Key));

    /// <summary>Writes a list.</summary>
    public static string WriteList(IEnumerable<ColumnChoice> choices) =>
        string.Join(',', choices.Select(choice => choice.Width is { } width ? string.Create(CultureInfo.InvariantCulture, $"{choice.Key}:{width}") : choice.Key));

    private static ColumnChoice Read(string text)
    {
        var parts = text.Split(':', 2);
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? new ColumnChoice(parts[0], Math.Clamp(width, 48, 2000))
            : new ColumnChoice(parts[0]);
    }
}
