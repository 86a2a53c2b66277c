using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LeadStudio.Layout;

/// <summary>The link of a line of the side bar.</summary>
public sealed class NavEntryLink : NavLink
{
    /// <summary>Gets or sets whether it also stands for the address <c>/</c>.</summary>
    [Parameter]
    public bool IsStart { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute) || (IsStart && string.Equals(uriAbsolute.Split('?', '#')[0], Navigation.BaseUri, StringComparison.OrdinalIgnoreCase));
}
