using System.Text.Json;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Api.Leads;

/// <summary>Reads how a lead ended.</summary>
/// <param name="catalog">The fields.</param>
/// <param name="time">Tells the present instant, at which it ended where the caller says nothing.</param>
internal sealed class OutcomeForm(FieldCatalog catalog, TimeProvider time)
{
    /// <summary>Reads an outcome.</summary>
    /// <param name="json">An object with <c>result</c>, <c>at</c> and <c>value</c>; null opens the lead again.</param>
    /// <param name="prefix">What stands before the properties' names in errors.</param>
    /// <param name="values">Gets the three values.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public void Read(JsonElement json, string prefix, Dictionary<int, FieldValue> values, FieldErrors errors)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            Set(FieldValue.Empty, FieldValue.Empty, FieldValue.Empty);
            return;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(prefix.TrimEnd('.'), "Send an object with \"result\", and \"at\" and \"value\" where they are known; or null for an open lead.");
            return;
        }

        var (result, at, value) = (FieldValue.Empty, FieldValue.Of(UtcMicroseconds.From(time.GetUtcNow())), FieldValue.Empty);
        foreach (var given in json.EnumerateObject())
        {
            var isNull = given.Value.ValueKind == JsonValueKind.Null;
            if (given.NameEquals("result"))
            {
                result = given.Value.ValueKind != JsonValueKind.String ? result
                    : given.Value.ValueEquals("won") ? FieldValue.Of(StandardFields.Won)
                    : given.Value.ValueEquals("lost") ? FieldValue.Of(StandardFields.Lost) : result;
            }
            else if (given.NameEquals("at"))
            {
                Take(ref at, isNull ? at : FieldJson.Instant(given.Value) is { } instant ? FieldValue.Of(instant) : null, "at", FieldJson.InstantExpected);
            }
            else if (given.NameEquals("value"))
            {
                var isNumber = given.Value.ValueKind == JsonValueKind.Number && given.Value.TryGetDouble(out var money) && double.IsFinite(money);
                Take(ref value, isNull ? value : isNumber ? FieldValue.Of(given.Value.GetDouble()) : null, "value", "a number");
            }
            else
            {
                errors.Add($"{prefix}{given.Name}", "There is no such property. Those that there are: result, at, value.");
            }
        }

        if (result.IsEmpty)
        {
            errors.Add($"{prefix}result", "Send \"won\" or \"lost\".");
        }

        Set(result, at, value);

        void Take(ref FieldValue target, FieldValue? read, string name, string expected)
        {
            if (read is { } fits)
            {
                target = fits;
            }
            else
            {
                errors.Add($"{prefix}{name}", $"Send {expected}, or leave it out.");
            }
        }

        void Set(FieldValue outcome, FieldValue when, FieldValue worth) =>
            (values[catalog[StandardFields.Outcome].Id], values[catalog[StandardFields.OutcomeAt].Id], values[catalog[StandardFields.OutcomeValue].Id]) = (outcome, when, worth);
    }
}
