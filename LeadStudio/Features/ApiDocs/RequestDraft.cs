namespace LeadStudio.Features.ApiDocs;

/// <summary>A request of an operation that somebody fills in.</summary>
/// <param name="operation">The operation.</param>
internal sealed class RequestDraft(ApiOperation operation)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the body; at first the example.</summary>
    public string Body { get; set; } = operation.Body?.Example ?? "";

    /// <summary>Gets the first parameter that must be there and is not; null where all are.</summary>
    public string? Missing => operation.Parameters.FirstOrDefault(parameter => parameter.IsRequired && this[parameter.Name].Length == 0)?.Name;

    /// <summary>Gets the path and query, without the slash at the beginning: relative to where LeadStudio is, behind a proxy too. What is empty in the path stays in braces.</summary>
    public string Address
    {
        get
        {
            var path = Given("path").Aggregate(operation.Path, (path, pair) => path.Replace($"{{{pair.Key}}}", Uri.EscapeDataString(pair.Value), StringComparison.Ordinal));
            var query = string.Join('&', Given("query").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            return query.Length > 0 ? $"{path.TrimStart('/')}?{query}" : path.TrimStart('/');
        }
    }

    /// <summary>Gets the headers besides the key and the type of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers => Given("header").ToDictionary(StringComparer.Ordinal);

    /// <summary>Gets or sets the value of a parameter; empty where it is left out.</summary>
    public string this[string name]
    {
        get => _values.GetValueOrDefault(name, "");
        set => _values[name] = value.Trim();
    }

    /// <summary>Gives the request as a command for a shell, with the key in the variable <c>KEY</c>.</summary>
    /// <param name="baseAddress">Where LeadStudio is, with a slash at the end.</param>
    public string ToCurl(string baseAddress)
    {
        List<string> parts = [$"curl {Quoted(baseAddress + Address)}", "-H \"Authorization: Bearer $KEY\"", .. Headers.Select(header => $"-H {Quoted($"{header.Key}: {header.Value}")}")];
        if (operation.Method != "GET")
        {
            parts.Insert(1, $"-X {operation.Method}");
        }

        if (operation.Body is { IsUpload: true })
        {
            parts.Add("-F 'file=@leads.csv'");
        }
        else if (operation.Body is { } body && Body.Length > 0)
        {
            parts.AddRange([$"-H {Quoted($"Content-Type: {body.Type}")}", $"-d {Quoted(Body)}"]);
        }

        if (operation.Answer?.Type == "text/event-stream")
        {
            parts.Insert(1, "-N");
        }

        return string.Join(" \\\n  ", parts);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private IEnumerable<KeyValuePair<string, string>> Given(string place) => operation.Parameters
        .Where(parameter => parameter.Place == place && this[parameter.Name].Length > 0)
        .Select(parameter => KeyValuePair.Create(parameter.Name, this[parameter.Name]));
}
