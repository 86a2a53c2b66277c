using System.Text.Json;

namespace LeadStudio.Core.Learning.Saving;

/// <summary>Where the parts of a saved model stand in its file. Nothing is built of them, so that memory does not depend on what the file says.</summary>
internal sealed class SavedModelParts
{
    /// <summary>The names of the parts, as the file has them.</summary>
    public const string Version = "version", Encoder = "encoder", Calibrator = "calibrator", Line = "line", Trees = "trees", BaseMargin = "baseMargin";

    private static readonly string[] s_names = [Version, Encoder, Calibrator, Line, Trees, BaseMargin];

    private readonly Dictionary<string, ArraySegment<byte>> _parts = new(StringComparer.Ordinal);

    private SavedModelParts()
    {
    }

    /// <summary>Gets a value indicating whether the file has members besides the parts.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Finds the parts.</summary>
    /// <param name="json">The whole file.</param>
    /// <returns>The parts, each of them JSON.</returns>
    /// <exception cref="JsonException">The file is no JSON, no object, or has a part twice.</exception>
    public static SavedModelParts Find(ArraySegment<byte> json)
    {
        var parts = new SavedModelParts();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("It does not begin with a brace.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            parts.Add(name, json[start..(int)reader.BytesConsumed]);
        }

        // Throws where anything follows.
        reader.Read();
        return parts;
    }

    /// <summary>Tells whether a part is there.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Gives the JSON of a part.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>It; empty where the part is missing.</returns>
    public ArraySegment<byte> Get(string name) => _parts.GetValueOrDefault(name, ArraySegment<byte>.Empty);

    // By bytes: an escaped name can hold half a character, which no text can.
    private static string? NameOf(Utf8JsonReader reader)
    {
        foreach (var name in s_names)
        {
            if (!reader.ValueIsEscaped && reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return null;
    }

    private void Add(string? name, ArraySegment<byte> json)
    {
        if (name is null)
        {
            HasOthers = true;
        }
        else if (!_parts.TryAdd(name, json))
        {
            throw new JsonException($"The part \"{name}\" is there twice.");
        }
    }
}
