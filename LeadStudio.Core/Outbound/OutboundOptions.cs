namespace LeadStudio.Core.Outbound;

/// <summary>Where LeadStudio may send requests that users ask for; the section <c>LeadStudio</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio";

    /// <summary>Gets or sets a value indicating whether addresses of inner networks and of this machine are reached, too.</summary>
    /// <value>The default is <see langword="false"/>: whoever may name an address could else look into the network that LeadStudio runs in.</value>
    public bool AllowPrivateTargets { get; set; }
}
