using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components.Toasts;

/// <summary>Shows the messages of <see cref="IToasts"/>; stands once in the layout.</summary>
public sealed partial class ToastHost
{
    [Inject]
    private ToastQueue Queue { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => Queue.Changed -= Refresh;

    /// <inheritdoc />
    protected override void OnInitialized() => Queue.Changed += Refresh;

    private static string Icon(ToastKind kind) => kind switch
    {
        ToastKind.Info => "info",
        ToastKind.Success => "check_circle",
        ToastKind.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private Task UndoAsync(Toast toast) => Queue.Remove(toast) && toast.Undo is { } undo ? undo() : Task.CompletedTask;
}
