using System.Buffers;
using System.Text;
using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Model;

/// <summary>The JSON form of scorecards, as <c>scorecard.schema.json</c> describes it.</summary>
public static class ScorecardJson
{
    /// <summary>The version of the form that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The most characters of the form.</summary>
    public const int MaximumLength = 4_194_304;

    /// <summary>Reads a scorecard; whether it makes sense is for <see cref="ScorecardValidator"/> to say.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The scorecard, or a <see cref="ScorecardJsonError"/> that names the part.</returns>
    public static Result<Scorecard> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaximumLength)
        {
            return new ScorecardJsonError("", $"The scorecard is longer than {MaximumLength} characters; shorten it.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, ConditionJson.DocumentOptions);
            return ReadCard(new JsonPart(document.RootElement, ""));
        }
        catch (JsonShapeException problem)
        {
            return new ScorecardJsonError(problem.Path, $"{(problem.Path.Length == 0 ? "The scorecard" : problem.Path)}: {problem.Message}");
        }
        catch (JsonException problem)
        {
            return new ScorecardJsonError("", $"This is no JSON: {problem.Message}");
        }
    }

    /// <summary>Writes a scorecard, indented for people to read and compare.</summary>
    /// <param name="card">The scorecard.</param>
    /// <returns>The JSON text.</returns>
    public static string Print(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ConditionJson.WriterOptions with { Indented = true, NewLine = "\n" }))
        {
            Write(writer, card);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Gives the JSON schema (draft 2020-12) of the form.</summary>
    /// <returns>The schema as JSON text.</returns>
    public static string Schema() => EmbeddedText.Read(typeof(ScorecardJson), "scorecard.schema.json");

    private static Scorecard ReadCard(JsonPart part)
    {
        var members = part.Members("version", "bands", "groups");
        var version = Need(part, members, "version");
        if (version.Whole() != Version)
        {
            throw version.Fail($"version {version.Whole()} is not known; this program reads version {Version}.");
        }

        return new Scorecard(
            ValueList.From(Need(part, members, "groups").Items().Select(ReadGroup)),
            ReadBands(Need(part, members, "bands")));
    }

    private static BandCuts ReadBands(JsonPart part)
    {
        var members = part.Members("fitA", "fitB", "engagement1", "engagement2");
        int Read(string name) => Need(part, members, name).Whole();
        return new BandCuts(Read("fitA"), Read("fitB"), Read("engagement1"), Read("engagement2"));
    }

    private static RuleGroup ReadGroup(JsonPart part)
    {
        var members = part.Members("key", "name", "axis", "cap", "rules");
        var axis = Need(part, members, "axis");
        return new RuleGroup(
            Need(part, members, "key").Text(),
            Need(part, members, "name").Text(),
            axis.Text() switch
            {
                "fit" => Axis.Fit,
                "engagement" => Axis.Engagement,
                "none" => Axis.None,
                var other => throw axis.Fail($"'{other}' is no axis; write fit, engagement or none."),
            },
            Need(part, members, "cap").Whole(),
            ValueList.From(Need(part, members, "rules").Items().Select(ReadRule)));
    }

    private static Rule ReadRule(JsonPart part)
    {
        var members = part.Members("key", "name", "points", "when");
        return new Rule(
            Need(part, members, "key").Text(),
            Need(part, members, "name").Text(),
            ConditionJsonReader.Read(Need(part, members, "when")),
            Need(part, members, "points").Whole());
    }

    private static JsonPart Need(JsonPart part, Dictionary<string, JsonPart> members, string name) =>
        members.TryGetValue(name, out var member) ? member : throw part.Fail($"'{name}' is missing; add it.");

    private static void Write(Utf8JsonWriter writer, Scorecard card)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartObject("bands");
        writer.WriteNumber("fitA", card.Bands.FitA);
        writer.WriteNumber("fitB", card.Bands.FitB);
        writer.WriteNumber("engagement1", card.Bands.Engagement1);
        writer.WriteNumber("engagement2", card.Bands.Engagement2);
        writer.WriteEndObject();
        writer.WriteStartArray("groups");
        foreach (var group in card.Groups)
        {
            WriteGroup(writer, group);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, RuleGroup group)
    {
        writer.WriteStartObject();
        writer.WriteString("key", group.Key);
        writer.WriteString("name", group.Name);
        writer.WriteString("axis", group.Axis switch
        {
            Axis.Fit => "fit",
            Axis.Engagement => "engagement",
            Axis.None => "none",
            _ => throw new InvalidOperationException($"Unknown axis {group.Axis}."),
        });
        writer.WriteNumber("cap", group.Cap);
        writer.WriteStartArray("rules");
        foreach (var rule in group.Rules)
        {
            writer.WriteStartObject();
            writer.WriteString("key", rule.Key);
            writer.WriteString("name", rule.Name);
            writer.WriteNumber("points", rule.Points);
            writer.WritePropertyName("when");
            ConditionJson.Write(writer, rule.Condition);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
