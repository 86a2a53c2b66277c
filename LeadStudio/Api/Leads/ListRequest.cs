using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Leads;

/// <summary>Reads what list a caller asks for.</summary>
internal static class ListRequest
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="catalog">The fields.</param>
    /// <param name="filter">What the leads meet, in the language of the list's address.</param>
    /// <param name="search">The words that are looked for.</param>
    /// <param name="sort">The key to sort by, with a minus before it for the greatest first.</param>
    /// <returns>The list, closed leads too; or what is wrong with a parameter.</returns>
    public static (LeadQuery? Query, ProblemHttpResult? Problem) Read(FieldCatalog catalog, string? filter, string? search, string sort)
    {
        Condition? condition = null;
        if (filter is not null)
        {
            var parsed = ConditionText.Parse(filter);
            if (parsed.Error is { } mistake)
            {
                return (null, Problems.Invalid("filter", mistake.Message, (mistake as ConditionTextError)?.Column));
            }

            condition = parsed.Value;
        }

        var key = sort.TrimStart('-');
        if (catalog.Find(key) is null && key is not (ListKeys.Score or ListKeys.Band or ListKeys.ScoredAt))
        {
            return (null, Problems.Invalid("sort", $"There is no field \"{key}\" to sort by. Name a field's key, with a minus before it for the greatest first."));
        }

        return (new LeadQuery { Filter = condition, Search = search ?? "", Scope = LeadScope.All, SortKey = key, Descending = sort.StartsWith('-') }, null);
    }
}
