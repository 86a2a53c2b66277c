namespace LeadStudio.Components.Shortcuts;

/// <summary>The shortcuts that work on one user's page right now; for the sheet that lists them.</summary>
internal sealed class ShortcutRegistry
{
    private readonly List<ShortcutScope> _scopes = [];

    /// <summary>Gets the scopes, the outermost first.</summary>
    public IReadOnlyList<ShortcutScope> Scopes => _scopes;

    public void Add(ShortcutScope scope) => _scopes.Add(scope);

    public void Remove(ShortcutScope scope) => _scopes.Remove(scope);
}
