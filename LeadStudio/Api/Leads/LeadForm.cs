using System.Text.Json;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Intake;

namespace LeadStudio.Api.Leads;

/// <summary>Reads a lead that a caller sends, strictly: what is unknown or of a wrong type is named, all of it at once.</summary>
/// <remarks>Options that a choice lacks are noted; they are to be added before the lead is read again, for good.</remarks>
/// <param name="catalog">The fields.</param>
/// <param name="time">Tells the present instant.</param>
internal sealed class LeadForm(FieldCatalog catalog, TimeProvider time)
{
    // What LeadStudio sets by itself.
    private static readonly string[] s_readOnly = ["score", "band", StandardFields.UpdatedAt];

    // In parts of their own.
    private static readonly string[] s_nested = [StandardFields.Outcome, StandardFields.OutcomeAt, StandardFields.OutcomeValue, StandardFields.CompanyExternalId];

    private readonly FieldJson _values = new(catalog);
    private readonly OutcomeForm _outcomes = new(catalog, time);

    /// <summary>Gets the options that are named and not there yet, by field.</summary>
    public IReadOnlyDictionary<Field, HashSet<string>> NewOptions => _values.NewOptions;

    /// <summary>Reads a lead.</summary>
    /// <param name="json">The lead.</param>
    /// <param name="id">The lead, where the address names it; else the lead may name its id itself, and must be told by something.</param>
    /// <param name="errors">What is wrong with it.</param>
    /// <returns>What is said; only where nothing is wrong it can be taken.</returns>
    public LeadStatement Read(JsonElement json, long? id, FieldErrors errors)
    {
        var values = new Dictionary<int, FieldValue>();
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("", "Send a JSON object.");
            return new(values);
        }

        var named = id;
        foreach (var given in json.EnumerateObject())
        {
            if (given.NameEquals("id"))
            {
                named = ReadId(given.Value, id, errors);
            }
            else if (given.NameEquals("fields"))
            {
                ReadAdded(given.Value, values, errors);
            }
            else if (given.NameEquals(StandardFields.Outcome))
            {
                _outcomes.Read(given.Value, "outcome.", values, errors);
            }
            else if (Array.Exists(s_readOnly, name => given.NameEquals(name)))
            {
                errors.Add(given.Name, "LeadStudio sets it by itself. Leave it out.");
            }
            else if (catalog.Find(given.Name) is { IsStandard: true } field && field.Key == given.Name && !s_nested.Contains(field.Key))
            {
                _values.Read(field, given.Value, given.Name, values, errors);
            }
            else
            {
                errors.Add(given.Name, $"There is no property \"{given.Name}\" of a lead. Values of added fields stand in \"fields\", by the fields' keys.");
            }
        }

        if (named is null && errors.IsEmpty && !Tells(StandardFields.Email) && !Tells(StandardFields.ExternalId))
        {
            errors.Add(StandardFields.Email, "The lead cannot be told. Send its \"email\", its \"externalId\" or its \"id\".");
        }

        return new(values) { LeadId = named };

        bool Tells(string key) => values.TryGetValue(catalog[key].Id, out var value) && !value.IsEmpty;
    }

    private static long? ReadId(JsonElement json, long? expected, FieldErrors errors)
    {
        if (json.ValueKind == JsonValueKind.Null && expected is null)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.String && long.TryParse(json.GetString(), out var id) && id > 0 && (expected is null || id == expected))
        {
            return id;
        }

        errors.Add("id", expected is null ? "Send the id of a lead as a text, or leave it out." : "It is another one than that of the address. Leave it out.");
        return expected;
    }

    private void ReadAdded(JsonElement json, Dictionary<int, FieldValue> values, FieldErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("fields", "Send an object with the values of added fields by the fields' keys.");
            return;
        }

        foreach (var given in json.EnumerateObject())
        {
            if (catalog.Find(given.Name) is { IsStandard: false } field && field.Key == given.Name)
            {
                _values.Read(field, given.Value, $"fields.{given.Name}", values, errors);
            }
            else
            {
                errors.Add($"fields.{given.Name}", $"There is no added field \"{given.Name}\". GET fields lists them; POST fields adds one.");
            }
        }
    }
}
