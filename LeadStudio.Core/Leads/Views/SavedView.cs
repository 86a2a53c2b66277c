namespace LeadStudio.Core.Leads.Views;

/// <summary>A list of leads that somebody keeps under a name.</summary>
/// <param name="Id">What stands for it in addresses; never given to another view.</param>
/// <param name="Owner">Who keeps it; only this person changes it.</param>
/// <param name="Name">Its name, 1 to 80 characters; the owner has no other view of this name.</param>
/// <param name="IsShared">Whether everybody sees it; else its owner alone.</param>
/// <param name="IsPinned">Whether it is a tab of the list, for all who see it.</param>
/// <param name="Content">What it shows.</param>
public sealed record SavedView(long Id, string Owner, string Name, bool IsShared, bool IsPinned, ViewContent Content);
