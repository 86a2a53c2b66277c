using System.Text;
using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>Says who changed what and when, without the values.</summary>
internal static class ErasureTrail
{
    /// <summary>What stands in the place of each value.</summary>
    public const string Mark = "[erased]";

    /// <summary>Writes the trail of a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <returns>A JSON array, the oldest change first.</returns>
    public static string Of(LeadDetails lead)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var observation in lead.Observations)
            {
                Write(json, observation, lead.Catalog);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // A person's name stands there; the name of a file or source may be about the lead, and its number suffices.
    private static void Write(Utf8JsonWriter json, Observation observation, FieldCatalog catalog)
    {
        json.WriteStartObject();
        json.WriteString("at", UtcMicroseconds.ToInstant(observation.LearnedAt));
        json.WriteString("kind", observation.Kind.ToString());
        json.WriteNumber("source", observation.SourceId);
        if (observation.ImportId is { } import)
        {
            json.WriteNumber("import", import);
        }
        else if (observation.SourceId == Source.People)
        {
            json.WriteString("by", observation.SourceName);
        }

        json.WriteStartObject("values");
        foreach (var field in observation.Values.Keys.Where(id => catalog.Find(id) is not null))
        {
            json.WriteString(catalog[field].Key, Mark);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
