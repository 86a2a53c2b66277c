namespace LeadStudio.Layout;

/// <summary>The groups of the side bar, in their order.</summary>
public enum NavGroup
{
    /// <summary>Whom to call: lists of leads and how they come in.</summary>
    Leads,

    /// <summary>How leads are judged and handled: scorecards, models, workflows.</summary>
    Scoring,

    /// <summary>How the house itself is doing.</summary>
    Operations,
}

/// <summary>A line of the side bar. Each feature registers its own, so the menu shows only what exists.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Order">The place within the group; small numbers first.</param>
/// <param name="Title">A word or two, such as "Hot leads".</param>
/// <param name="Href">The page, such as <c>/leads</c>.</param>
/// <param name="Icon">The name of a Material symbol, such as <c>upload</c>.</param>
/// <param name="Scope">What a user must be allowed to do to see it; see <see cref="Core.Access.Scopes"/>.</param>
/// <param name="Key">The letter that goes there after <c>g</c>; none by default.</param>
/// <param name="IsStart">Whether it is also what stands at <c>/</c>.</param>
public sealed record NavEntry(NavGroup Group, int Order, string Title, string Href, string Icon, string Scope, char? Key = null, bool IsStart = false);

/// <summary>Lets features register lines of the side bar.</summary>
public static class NavEntryServiceCollectionExtensions
{
    /// <summary>Adds a line to the side bar.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="entry">The line.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddNavEntry(this IServiceCollection services, NavEntry entry) => services.AddSingleton(entry);
}
