using System.Globalization;
using LeadStudio.Components.Dialogs;
using LeadStudio.Components.Shortcuts;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Who the lead is, and what can be done about it.</summary>
public sealed partial class LeadHead
{
    private static readonly string[] s_about = [StandardFields.Title, StandardFields.Company, StandardFields.City, StandardFields.Country];

    private readonly IReadOnlyList<Shortcut> _shortcuts;
    private Popover? _won;
    private Popover? _owner;
    private Popover? _more;
    private string _value = "";
    private string? _problem;
    private string _ownerName = "";
    private bool _isErasing;
    private bool _isMerging;

    /// <summary>Makes the head.</summary>
    public LeadHead() => _shortcuts = [new Shortcut("o", "Assign the lead to an owner", () => _owner?.OpenAsync() ?? Task.CompletedTask)];

    /// <summary>Gets or sets the lead.</summary>
    [Parameter, EditorRequired]
    public LeadPicture Picture { get; set; } = null!;

    private LeadDetails Lead => Picture.Lead;

    private IEnumerable<string> About => s_about.Select(Lead.Text).Where(text => text.Length > 0);

    private bool IsOpen => Lead[StandardFields.Outcome].IsEmpty;

    private bool IsWon => Lead[StandardFields.Outcome].Number is StandardFields.Won;

    private string Outcome => Lead[StandardFields.OutcomeValue] is { IsEmpty: false } value
        ? string.Create(CultureInfo.InvariantCulture, $"{Lead.Text(StandardFields.Outcome)}, worth {value.Number:#,0.##}")
        : Lead.Text(StandardFields.Outcome);

    private async Task WonAsync()
    {
        var worth = FieldInput.Read(Lead.Catalog[StandardFields.OutcomeValue], _value);
        _problem = worth.Error?.Message;
        if (worth.IsSuccess)
        {
            await _won!.CloseAsync();
            await Edits.CloseAsync(Lead, StandardFields.Won, worth.Value.IsEmpty ? null : worth.Value.Number);
        }
    }

    private Task AssignAsync() => AssignAsync(_ownerName);

    private async Task AssignAsync(string owner)
    {
        await _owner!.CloseAsync();
        await Edits.SetAsync(Lead, Lead.Catalog[StandardFields.Owner], FieldValue.Of(owner.Trim()));
    }

    private async Task CopyAsync(string text)
    {
        await _more!.CloseAsync();
        try
        {
            await Js.InvokeVoidAsync("navigator.clipboard.writeText", text);
            Toasts.Info("Copied.");
        }
        catch (JSException)
        {
            Toasts.Error($"The browser does not let LeadStudio copy here. Copy it by hand: {text}"); // only over HTTPS, or on this machine
        }
    }

    // Into the trash, and back to the list as it was.
    private async Task DeleteAsync()
    {
        await _more!.CloseAsync();
        if (await Bulk.StartAsync(new LeadSelection("one lead", [Lead.Id]), new ActChange(ActKind.Delete)))
        {
            Navigation.NavigateTo($"/leads{new Uri(Navigation.GetUriWithQueryParameter("lead", (long?)null)).Query}");
        }
    }

    private async Task AskToMergeAsync()
    {
        await _more!.CloseAsync();
        _isMerging = true;
    }

    private async Task MergeAsync(long other)
    {
        _isMerging = false;
        await Bulk.MergeAsync(other, Lead.Id);
    }

    private async Task AskToEraseAsync()
    {
        await _more!.CloseAsync();
        _isErasing = true;
    }

    private async Task StageAsync(ChangeEventArgs change)
    {
        var stage = Lead.Catalog[StandardFields.Stage];
        if (Lead.Catalog.FindOption(stage, (string?)change.Value ?? "") is { } option)
        {
            await Edits.SetAsync(Lead, stage, FieldValue.Of(option.Code));
        }
    }
}
