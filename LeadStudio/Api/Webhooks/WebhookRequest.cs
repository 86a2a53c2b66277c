using System.Text.Json;
using LeadStudio.Core.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadStudio.Api.Webhooks;

/// <summary>Reads what a webhook shall be like.</summary>
internal static class WebhookRequest
{
    /// <summary>Changes settings by what a caller sent.</summary>
    /// <param name="http">The request.</param>
    /// <param name="before">The settings so far: what is not sent stays.</param>
    /// <returns>The settings; or what is wrong with the body or a field.</returns>
    public static async Task<(WebhookSettings? Settings, ProblemHttpResult? Problem)> ReadAsync(HttpContext http, WebhookSettings before)
    {
        var (document, problem) = await JsonBody.ReadAsync(http);
        using (document)
        {
            return document is null ? (null, problem) : Read(document.RootElement, before);
        }
    }

    private static (WebhookSettings? Settings, ProblemHttpResult? Problem) Read(JsonElement body, WebhookSettings before)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, Problems.Invalid("", "Send a JSON object, such as { \"url\": \"https://example.com/hooks\", \"events\": [\"lead.created\"] }."));
        }

        var settings = before;
        foreach (var field in body.EnumerateObject())
        {
            var value = field.Value;
            string? expected;
            (settings, expected) = (field.Name, value.ValueKind) switch
            {
                ("url", JsonValueKind.String) => (settings with { Url = value.GetString()! }, null),
                ("url", _) => (settings, "an address in quotes"),
                ("events", JsonValueKind.Array) when value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String) =>
                    (settings with { Events = [.. value.EnumerateArray().Select(name => name.GetString()!)] }, null),
                ("events", _) => (settings, "a list of names of events"),
                ("threshold", JsonValueKind.Null) => (settings with { Threshold = null }, null),
                ("threshold", JsonValueKind.Number) when value.TryGetInt32(out var points) => (settings with { Threshold = points }, null),
                ("threshold", _) => (settings, "a whole number of points, or null"),
                ("paused", JsonValueKind.True or JsonValueKind.False) => (settings with { IsPaused = value.GetBoolean() }, null),
                ("paused", _) => (settings, "true or false"),
                _ => (settings, (string?)""),
            };
            if (expected is not null)
            {
                return (null, Problems.Invalid(field.Name, expected.Length == 0
                    ? $"A webhook has no field \"{field.Name}\". Send \"url\", \"events\", \"threshold\" or \"paused\"."
                    : $"\"{field.Name}\" must be {expected}."));
            }
        }

        return (settings, null);
    }
}
