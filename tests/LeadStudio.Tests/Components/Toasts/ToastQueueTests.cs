using Bunit;
using LeadStudio.Components.Toasts;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Components.Toasts;

public sealed class ToastQueueTests : BunitContext
{
    private readonly StoppedTime _time = new();

    [Fact]
    public void Info_AfterItsTime_IsGone()
    {
        using var toasts = new ToastQueue(_time);

        toasts.Info("The list is up to date.");
        Assert.Single(toasts.Shown);
        _time.Ring();

        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public void Error_AfterAnyTime_Stays()
    {
        using var toasts = new ToastQueue(_time);

        toasts.Error("The file is no CSV. Save it as one and try again.");
        _time.Ring();

        Assert.Single(toasts.Shown);
    }

    [Fact]
    public void Undo_Click_UndoesOnceAndCloses()
    {
        using var toasts = new ToastQueue(_time);
        Services.AddSingleton(toasts);
        var host = Render<ToastHost>();
        var undone = 0;

        toasts.WithUndo("Ann was marked as won.", () => Task.FromResult(undone++));
        host.WaitForElement(".button-text").Click();

        Assert.Equal(1, undone);
        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast")));
    }

    /// <summary>A time that stands still; its timers fire when they are told to.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        private readonly List<Action> _timers = [];

        public void Ring() => _timers.ToList().ForEach(timer => timer());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(() => callback(state));
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Nothing to stop.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
