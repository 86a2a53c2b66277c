using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Time;

/// <summary>An instant as "2 min ago", with the exact one in the user's zone on hover; keeps itself up to date.</summary>
public sealed partial class RelativeTime
{
    /// <summary>Gets or sets the instant.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Instant { get; set; }

    /// <inheritdoc />
    public void Dispose() => Clock.Ticked -= Refresh;

    /// <inheritdoc />
    protected override void OnInitialized() => Clock.Ticked += Refresh;

    /// <inheritdoc />
    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? Clock.LearnZoneAsync(Assets["dist/shell.js"]) : Task.CompletedTask;

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);
}
