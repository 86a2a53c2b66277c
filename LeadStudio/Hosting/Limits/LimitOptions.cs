namespace LeadStudio.Hosting.Limits;

/// <summary>How much others may ask for; the section <c>LeadStudio:Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio:Limits";

    /// <summary>Gets or sets the most requests a second with one API key; as many may come at once.</summary>
    /// <value>The default is 50.</value>
    public int RequestsPerKey { get; set; } = 50;

    /// <summary>Gets or sets the most requests a second from one network address, to the API, the hubs and the sign-in pages; as many may come at once.</summary>
    /// <value>The default is 100.</value>
    public int RequestsPerAddress { get; set; } = 100;
}
