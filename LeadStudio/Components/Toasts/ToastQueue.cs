namespace LeadStudio.Components.Toasts;

/// <summary>The messages on one user's screen.</summary>
internal sealed class ToastQueue(TimeProvider time) : IToasts, IDisposable
{
    /// <summary>How long most messages stay, and how long an undo is offered.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(8);

    private const int Most = 4;

    private readonly Lock _lock = new();
    private readonly List<(Toast Toast, ITimer? Timer)> _shown = [];

    /// <summary>Raised on any thread when <see cref="Shown"/> is another list.</summary>
    public event EventHandler? Changed;

    /// <summary>Gets the messages, oldest first.</summary>
    public IReadOnlyList<Toast> Shown
    {
        get
        {
            lock (_lock)
            {
                return [.. _shown.Select(entry => entry.Toast)];
            }
        }
    }

    public void Info(string message) => Add(new Toast(ToastKind.Info, message, Undo: null));

    public void Success(string message) => Add(new Toast(ToastKind.Success, message, Undo: null));

    public void Error(string message) => Add(new Toast(ToastKind.Error, message, Undo: null));

    public void WithUndo(string message, Func<Task> undo) => Add(new Toast(ToastKind.Success, message, undo));

    /// <summary>Takes a message off the screen; one that has gone already is no matter.</summary>
    /// <param name="toast">The message.</param>
    /// <returns>Whether it was still there.</returns>
    public bool Remove(Toast toast)
    {
        lock (_lock)
        {
            var index = _shown.FindIndex(entry => ReferenceEquals(entry.Toast, toast));
            if (index < 0)
            {
                return false;
            }

            _shown[index].Timer?.Dispose();
            _shown.RemoveAt(index);
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _shown.ForEach(entry => entry.Timer?.Dispose());
            _shown.Clear();
        }
    }

    private void Add(Toast toast)
    {
        lock (_lock)
        {
            var timer = toast.Kind == ToastKind.Error
                ? null
                : time.CreateTimer(_ => Remove(toast), state: null, Stay, Timeout.InfiniteTimeSpan);
            _shown.Add((toast, timer));
            if (_shown.Count > Most)
            {
                _shown[0].Timer?.Dispose();
                _shown.RemoveAt(0);
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
