using System.Buffers.Text;
using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;

namespace LeadStudio.Api.Leads;

/// <summary>Writes a place in a list as a text that callers send back as it is.</summary>
internal static class PageCursor
{
    /// <summary>Writes a place.</summary>
    /// <param name="cursor">The place.</param>
    /// <param name="sort">The order of the list.</param>
    /// <returns>Letters, digits, minus and underscore.</returns>
    public static string Write(LeadCursor cursor, string sort) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new Place(sort, cursor.Value.Text, double.IsNaN(cursor.Value.Number) ? null : cursor.Value.Number, cursor.Id)));

    /// <summary>Reads a place.</summary>
    /// <param name="text">What a caller sent.</param>
    /// <param name="sort">The order of the list.</param>
    /// <returns>The place; null where the text is none of this order.</returns>
    public static LeadCursor? Read(string text, string sort)
    {
        try
        {
            return JsonSerializer.Deserialize<Place>(Base64Url.DecodeFromChars(text)) is { } place && place.Sort == sort
                ? new(new FieldValue(place.Text, place.Number ?? double.NaN), place.Id)
                : null;
        }
        catch (Exception mistake) when (mistake is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Place(string Sort, string? Text, double? Number, long Id);
}
