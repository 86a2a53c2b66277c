using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Webhooks;

/// <summary>Writes the body of a delivery: id, event, instant and details.</summary>
internal static class DeliveryPayload
{
    // As few escapes as JSON allows: erasures look for a person's addresses in it.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Occurrence occurrence, string details)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, s_readable))
        {
            json.WriteStartObject();
            json.WriteString("id", occurrence.Id);
            json.WriteString("event", occurrence.Event);
            json.WriteString("at", UtcMicroseconds.ToInstant(occurrence.At).UtcDateTime);
            json.WritePropertyName("data");
            json.WriteRawValue(details);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
