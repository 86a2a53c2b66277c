using LeadStudio.Hosting.Access;

namespace LeadStudio.Layout;

/// <summary>The lines of the side bar that the user's role lets in to.</summary>
/// <param name="entries">The lines of all features.</param>
/// <param name="me">The user.</param>
public sealed class NavEntries(IEnumerable<NavEntry> entries, CurrentUser me)
{
    /// <summary>Gets the lines, in their order.</summary>
    /// <returns>The lines.</returns>
    public IEnumerable<NavEntry> Mine() =>
        from entry in entries
        where me.May(entry.Scope)
        orderby entry.Group, entry.Order
        select entry;
}
