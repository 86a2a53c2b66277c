namespace LeadStudio.Hosting;

/// <summary>How LeadStudio runs; the section <c>LeadStudio</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio";

    /// <summary>Gets or sets a value indicating whether an empty database is filled with demo data at start.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Demo { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether other machines may connect although nobody signs in: everybody who reaches the address then sees and
    /// changes all leads.
    /// </summary>
    /// <value>The default is <see langword="false"/>: only addresses of the machine itself are accepted.</value>
    public bool AllowUnprotected { get; set; }

    /// <summary>Gets or sets the key with which a program may do all that the API offers; 32 characters or more.</summary>
    /// <value>The default is none: nobody can use the API.</value>
    public string? BootstrapApiKey { get; set; }
}
