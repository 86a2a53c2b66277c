using System.Collections;
using System.Diagnostics.CodeAnalysis;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>What a row of a batch said, over the row's own array: a million rows need no million dictionaries.</summary>
/// <param name="row">Its place in the batch.</param>
/// <param name="fields">The fields' ids, shared by all rows; the last one is that of the domain.</param>
/// <param name="values">One value per field but the domain.</param>
/// <param name="domain">The domain that the e-mail address tells; empty where it tells none.</param>
/// <param name="clearing">By place, whether an empty value says that there is none; else, and where it is null, it says nothing.</param>
internal sealed class ObservedValues(int row, int[] fields, FieldValue[] values, FieldValue domain, bool[]? clearing) : IReadOnlyDictionary<int, FieldValue>
{
    /// <summary>Gets the row's place in the batch.</summary>
    public int Row => row;

    public int Count
    {
        get
        {
            var count = 0;
            for (var i = 0; i < fields.Length; i++)
            {
                count += Speaks(i) ? 1 : 0;
            }

            return count;
        }
    }

    public IEnumerable<int> Keys => this.Select(pair => pair.Key);

    public IEnumerable<FieldValue> Values => this.Select(pair => pair.Value);

    /// <summary>Gets the fields that it may speak of.</summary>
    public ReadOnlySpan<int> Fields => fields;

    public FieldValue this[int key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"Nothing was said of field {key}.");

    public bool ContainsKey(int key) => TryGetValue(key, out _);

    public bool TryGetValue(int key, [MaybeNullWhen(false)] out FieldValue value)
    {
        var index = Array.IndexOf(fields, key);
        var speaks = index >= 0 && Speaks(index);
        value = speaks ? At(index) : FieldValue.Empty;
        return speaks;
    }

    /// <summary>Lists the place of each field in <see cref="Fields"/>, the same for all rows of a batch.</summary>
    public static Dictionary<int, int> PlacesOf(ObservationBatch batch)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < batch.Fields.Count; i++)
        {
            places.TryAdd(batch.Fields[i].Id, i);
        }

        places.TryAdd(batch.Catalog[StandardFields.Domain].Id, batch.Fields.Count);
        return places;
    }

    /// <summary>Gets the value of a field by its place in <see cref="Fields"/>; empty where nothing was said, and for -1.</summary>
    public FieldValue At(int index) => index < 0 ? FieldValue.Empty : index < values.Length ? values[index] : domain;

    /// <summary>Tells whether anything was said of the field in that place.</summary>
    public bool Speaks(int index) => index < values.Length ? !values[index].IsEmpty || clearing?[index] is true : !domain.IsEmpty;

    public IEnumerator<KeyValuePair<int, FieldValue>> GetEnumerator()
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (Speaks(i))
            {
                yield return new(fields[i], At(i));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
