using LeadStudio.Core.Access;

namespace LeadStudio.Hosting.Access;

/// <summary>Signing in by another system, which speaks OAuth 2.0 with a user-info endpoint (OpenID Connect providers do); the section <c>LeadStudio:SingleSignOn</c>.</summary>
public sealed class SingleSignOnOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio:SingleSignOn";

    /// <summary>Gets or sets what the system is called on the sign-in page, such as <c>Okta</c>.</summary>
    /// <value>The default is "single sign-on".</value>
    public string Name { get; set; } = "single sign-on";

    /// <summary>Gets or sets the address at which users agree. Where it is missing, there is no single sign-on.</summary>
    public string? AuthorizationEndpoint { get; set; }

    /// <summary>Gets or sets the address that gives tokens for codes.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>Gets or sets the address that tells who a token is for.</summary>
    public string UserInfoEndpoint { get; set; } = "";

    /// <summary>Gets or sets by what name the system knows LeadStudio.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the secret that LeadStudio shares with it.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets what LeadStudio asks for, parted by spaces.</summary>
    public string Scope { get; set; } = "openid email profile";

    /// <summary>Gets or sets the name of the value that lists a user's groups or roles there.</summary>
    public string RolesClaim { get; set; } = "groups";

    /// <summary>Gets or sets which role here belongs to a group there; the highest counts.</summary>
    public Dictionary<string, Role> Roles { get; set; } = [];

    /// <summary>Gets or sets the role of users who are in no such group; by default they are not let in.</summary>
    public Role? DefaultRole { get; set; }

    /// <summary>Gets a value indicating whether it is set up.</summary>
    public bool IsOn => !string.IsNullOrEmpty(AuthorizationEndpoint);
}
