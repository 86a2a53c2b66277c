namespace LeadStudio.Components.Shortcuts;

/// <summary>A key, or a sequence of two, that does something on a page.</summary>
/// <param name="Keys">
/// The value of <c>KeyboardEvent.key</c>, such as <c>j</c>, <c>?</c> or <c>Escape</c>; with <c>Mod+</c> before it for
/// Control or Command (<c>Mod+k</c>, with Shift <c>Mod+Shift+z</c>); two of them parted by a space for a sequence (<c>g l</c>).
/// </param>
/// <param name="Label">What it does, for the sheet: "Open the lead".</param>
/// <param name="Run">Does it.</param>
public sealed record Shortcut(string Keys, string Label, Func<Task> Run);
