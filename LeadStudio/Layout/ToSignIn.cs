using LeadStudio.Hosting.Access;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Layout;

/// <summary>Being rendered, takes the browser to the sign-in page, and back here afterwards.</summary>
/// <param name="navigation">Where the browser is.</param>
public sealed class ToSignIn(NavigationManager navigation) : ComponentBase
{
    /// <inheritdoc />
    protected override void OnInitialized() => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(AccessPaths.SignIn, new Dictionary<string, object?> { [AccessPaths.ReturnParameter] = "/" + navigation.ToBaseRelativePath(navigation.Uri) }),
        forceLoad: true);
}
