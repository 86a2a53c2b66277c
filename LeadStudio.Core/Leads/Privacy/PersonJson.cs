using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>Says what is known of a person and who said it.</summary>
internal static class PersonJson
{
    /// <summary>Writes the profile, the standing and all observations as properties of an object that is open.</summary>
    /// <param name="json">Takes the properties.</param>
    /// <param name="lead">The person.</param>
    public static void Write(Utf8JsonWriter json, LeadDetails lead)
    {
        json.WriteString("id", lead.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartObject("profile");
        WriteValues(json, lead.Catalog, lead.Profile);
        json.WriteEndObject();
        if (lead.Standing is { } standing)
        {
            json.WriteNumber("score", standing.Score);
            json.WriteString("band", Standings.Band.FromCode(standing.BandCode).ToString());
        }

        json.WriteStartArray("observations");
        foreach (var observation in lead.Observations)
        {
            json.WriteStartObject();
            json.WriteString("kind", observation.Kind.ToString());
            json.WriteString("source", observation.SourceName);
            json.WriteString("status", observation.Status.ToString());
            json.WriteString("learnedAt", UtcMicroseconds.ToInstant(observation.LearnedAt));
            if (observation.TrueAt is { } trueAt)
            {
                json.WriteString("trueAt", UtcMicroseconds.ToInstant(trueAt));
            }

            if (observation.ImportId is { } import)
            {
                json.WriteNumber("import", import);
                json.WriteNumber("line", observation.Line ?? 0);
            }

            json.WriteStartObject("values");
            WriteValues(json, lead.Catalog, observation.Values);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, FieldCatalog catalog, IReadOnlyDictionary<int, FieldValue> values)
    {
        foreach (var (id, value) in values)
        {
            if (catalog.Find(id) is { } field)
            {
                json.WriteString(field.Key, catalog.Display(field, value));
            }
        }
    }
}
