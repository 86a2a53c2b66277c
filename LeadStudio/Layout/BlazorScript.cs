namespace LeadStudio.Layout;

/// <summary>Where Blazor's browser script stands; see docs/decisions/0004.</summary>
internal static class BlazorScript
{
#if OFFICIAL_BLAZOR_SCRIPT
    public const string Path = "_framework/blazor.web.js";
#else
    public const string Path = "vendor/blazor.web.js";
#endif
}
