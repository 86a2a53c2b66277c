using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Api.Imports;
using LeadStudio.Api.Leads;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Webhooks;

namespace LeadStudio.Api.Webhooks;

/// <summary>Tells webhooks of leads and imports in the same shapes as the API.</summary>
internal sealed class WebhookPayloads(ILeadSnapshots leads, IImports imports) : IWebhookPayloads
{
    // As few escapes as JSON allows: erasures look for a person's addresses in it.
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<string?> DetailsAsync(Occurrence occurrence, CancellationToken cancellationToken = default)
    {
        if (occurrence.ImportId != 0)
        {
            var import = await imports.GetAsync(occurrence.ImportId, cancellationToken);
            return import.IsSuccess ? JsonSerializer.Serialize(new { Import = ImportJson.Of(import.Value) }, s_json) : null;
        }

        var found = await leads.GetAsync(occurrence.LeadId, cancellationToken);
        if (!found.IsSuccess)
        {
            return null;
        }

        var lead = LeadJson.Of(found.Value);
        return occurrence.Step is { } step
            ? JsonSerializer.Serialize(new { Lead = lead, step.Before, Score = step.After, Band = step.Band.ToString() }, s_json)
            : JsonSerializer.Serialize(new { Lead = lead }, s_json);
    }
}
