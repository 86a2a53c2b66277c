using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LeadStudio.Layout;

/// <summary>Shows a calm message with a Retry button in place of a page that failed, and logs why under a short id.</summary>
public sealed partial class PageErrorBoundary : ErrorBoundaryBase
{
    private string _id = "";

    [Inject]
    private ILogger<PageErrorBoundary> Logger { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        // Enough to find the line in a day's log; it is read out over the telephone.
        _id = (Time.GetUtcNow().Ticks / TimeSpan.TicksPerMillisecond % 0x1000000).ToString("X6", CultureInfo.InvariantCulture);
        LogFailure(Logger, _id, exception);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailure>(1);
        builder.AddComponentParameter(2, nameof(PageFailure.Id), _id);
        builder.AddComponentParameter(3, nameof(PageFailure.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed; the user was shown the id {Id}.")]
    private static partial void LogFailure(ILogger logger, string id, Exception failure);
}
