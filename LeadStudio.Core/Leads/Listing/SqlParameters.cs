using System.Globalization;

namespace LeadStudio.Core.Leads.Listing;

/// <summary>Collects the values of a statement.</summary>
internal sealed class SqlParameters
{
    private readonly List<(string Name, object? Value)> _values = [];

    public (string Name, object? Value)[] ToArray() => [.. _values];

    /// <summary>Adds a value.</summary>
    /// <param name="value">A text, a long, a double, or on PostgreSQL an array of them.</param>
    /// <returns>The mark that stands for it in the statement.</returns>
    public string Add(object value)
    {
        // Neither database compares U+0000 as a character of a text; no stored text has it.
        var clean = value is string text && text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : value;
        var name = string.Create(CultureInfo.InvariantCulture, $"p{_values.Count}");
        _values.Add((name, clean));
        return "@" + name;
    }
}
