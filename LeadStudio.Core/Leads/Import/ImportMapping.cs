using System.Text.Json;
using System.Text.Json.Serialization;
using LeadStudio.Core.Leads.Observations;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Core.Leads.Import;

/// <summary>What the columns of a file mean. Plain data, kept as JSON with the import.</summary>
public sealed record ImportMapping
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Gets what the rows are about.</summary>
    /// <value>The default is <see cref="ImportSubject.People"/>.</value>
    public ImportSubject About { get; init; }

    /// <summary>Gets the system that the file comes from; rows of the same source repeat and correct each other.</summary>
    public string SourceName { get; init; } = Source.FilesName;

    /// <summary>Gets a value indicating whether a value that does not fit its field is left out; by default its row is refused.</summary>
    /// <remarks>A row whose e-mail address, id, outcome or outcome's instant does not fit is always refused.</remarks>
    public bool LeavesOutBadValues { get; init; }

    /// <summary>Gets a value indicating whether a row without an e-mail address and an id makes a lead; by default it is refused.</summary>
    /// <remarks>Nothing recognises such a lead when the file comes again: it is then made once more.</remarks>
    public bool TakesUnidentified { get; init; }

    /// <summary>Gets a value indicating whether a row whose e-mail address and id find no lead belongs to the one lead with the same phone number and family name; by default it does not.</summary>
    /// <remarks>Such a lead keeps its own e-mail address and id; the row's are taken where it has none. Where several leads have that number and name, it is none of them.</remarks>
    public bool MatchesPhoneAndName { get; init; }

    /// <summary>Gets what a row does with a lead that is there already, be it from before or from an earlier row.</summary>
    /// <value>The default is <see cref="KnownLeads.Update"/>.</value>
    public KnownLeads KnownLeads { get; init; }

    /// <summary>Gets the id of the time zone of times that name none, such as <c>Europe/Berlin</c>; null for UTC. A date without a time is a date anywhere.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the columns, in the file's order.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>Finds <see cref="TimeZone"/>.</summary>
    /// <returns>The zone; null for UTC.</returns>
    /// <exception cref="TimeZoneNotFoundException">This server does not know it.</exception>
    internal TimeZoneInfo? Zone() => TimeZone is null or "UTC" ? null : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Reads a mapping.</summary>
    /// <param name="json">As <see cref="ToJson"/> writes it.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="JsonException">It is no mapping.</exception>
    public static ImportMapping FromJson(string json) =>
        JsonSerializer.Deserialize<ImportMapping>(json, s_json) ?? throw new JsonException("The mapping is null.");

    /// <summary>Writes the mapping.</summary>
    /// <returns>JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}
