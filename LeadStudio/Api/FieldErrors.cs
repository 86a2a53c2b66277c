using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api;

/// <summary>What is wrong with what a caller sent, field by field.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _byField = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether there is none.</summary>
    public bool IsEmpty => _byField.Count == 0;

    /// <summary>Gets the sentences by field.</summary>
    public IReadOnlyDictionary<string, string[]> ByField => _byField;

    /// <summary>Gets the answer; null where nothing is wrong.</summary>
    public ProblemHttpResult? Problem => IsEmpty ? null : Problems.Invalid(_byField);

    /// <summary>Adds a mistake.</summary>
    /// <param name="field">The field, as in <c>email</c>, <c>fields.budget</c>.</param>
    /// <param name="text">What is wrong, and what to do.</param>
    public void Add(string field, string text) => _byField[field] = [.. _byField.GetValueOrDefault(field, []), text];
}
