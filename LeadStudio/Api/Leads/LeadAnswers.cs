using LeadStudio.Core.Leads;
using Microsoft.Net.Http.Headers;

namespace LeadStudio.Api.Leads;

/// <summary>Answers with a lead and its version.</summary>
internal static class LeadAnswers
{
    /// <summary>Makes the answer.</summary>
    /// <param name="http">The request; its answer gets an <c>ETag</c>.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="sparse">The properties to give; null for all.</param>
    /// <returns>200 with the lead.</returns>
    public static IResult Ok(HttpContext http, LeadSnapshot lead, SparseLead? sparse = null)
    {
        SetVersion(http, lead);
        var json = LeadJson.Of(lead);
        return sparse is null ? TypedResults.Ok(json) : TypedResults.Ok(sparse.Of(json));
    }

    /// <summary>Makes the answer for a lead that is new.</summary>
    /// <param name="http">The request; its answer gets an <c>ETag</c>.</param>
    /// <param name="lead">The lead.</param>
    /// <returns>201 with the lead and its address.</returns>
    public static IResult Created(HttpContext http, LeadSnapshot lead)
    {
        SetVersion(http, lead);
        return TypedResults.Created($"{ApiEndpoints.Path}/leads/{PlainText.Of(lead.Id)}", LeadJson.Of(lead));
    }

    /// <summary>Reads which versions of a lead a caller wants to change.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The versions of <c>If-Match</c>; null where any will do. A weak one is none.</returns>
    public static IReadOnlyCollection<string>? Expected(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch;
        return header.Count == 0 ? null
            : !EntityTagHeaderValue.TryParseList(header, out var tags) ? []
            : tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null
            : [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString().Trim('"'))];
    }

    private static void SetVersion(HttpContext http, LeadSnapshot lead) => http.Response.Headers.ETag = $"\"{lead.Version()}\"";
}
