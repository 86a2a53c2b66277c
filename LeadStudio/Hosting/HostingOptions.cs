namespace LeadStudio.Hosting;

/// <summary>How LeadStudio runs; the section <c>LeadStudio</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio";

    /// <summary>Gets or sets a value indicating whether an empty database is filled with demo data at start.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Demo { get; set; }

    /// <summary>Gets or sets the key with which a program may do all that the API offers; 32 characters or more.</summary>
    /// <value>The default is none: nobody can use the API.</value>
    public string? BootstrapApiKey { get; set; }

    /// <summary>Gets or sets the secret that wraps the keys in the database, which protect cookies and the secrets of connections; 16 characters or more.</summary>
    /// <value>The default is none: whoever can read the database can forge cookies.</value>
    public string? KeySecret { get; set; }

    /// <summary>Gets or sets a PKCS #12 file with a certificate that wraps these keys instead.</summary>
    /// <value>The default is none.</value>
    public string? KeyCertificate { get; set; }

    /// <summary>Gets or sets the password of <see cref="KeyCertificate"/>.</summary>
    /// <value>The default is none.</value>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>Gets or sets which leads people of the role sales see.</summary>
    /// <value>The default is all.</value>
    public SalesSight SalesSee { get; set; } = SalesSight.All;

    /// <summary>Gets or sets how often open pages and cookies are checked for a user who was disabled or has another role.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan RecheckUsersEvery { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Which leads people of the role sales see.</summary>
public enum SalesSight
{
    /// <summary>All leads.</summary>
    All,

    /// <summary>Their own, those of whoever is in a team of theirs, and those without an owner.</summary>
    OwnTeam,
}
