using LeadStudio.Core.Conditions;

namespace LeadStudio.Features.Leads.Filters;

/// <summary>Says what is wrong with a filter in text form.</summary>
public static class FilterProblem
{
    /// <summary>Checks a filter.</summary>
    /// <param name="text">The filter; an empty one is none.</param>
    /// <param name="columns">The fields that it may name.</param>
    /// <returns>What is wrong, and at which character from 0 where that is known; null where it is right.</returns>
    public static (string Message, int? Place)? Of(string text, IColumnCatalog columns)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var read = ConditionText.Parse(text);
        if (read.Error is { } error)
        {
            return (error.Message, error is ConditionTextError at ? at.Column : null);
        }

        var problem = new ConditionValidator(columns).Check(read.Value!).FirstOrDefault(item => item.Kind == ConditionProblemKind.Error);
        return problem is null ? null : (problem.Message, null);
    }
}
