using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access.Audit;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Persistence.Backups;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Operations;

/// <summary>Where the data lies, how much room it takes, and its backups.</summary>
public sealed partial class OperationsPage(IStorage storage, IBackups backups, IToasts toasts, UserClock clock, IAuditTrail trail, CurrentUser me, ILogger<OperationsPage> logger)
{
    private StorageFigures? _storage;
    private IReadOnlyList<Backup> _backups = [];
    private Backup? _restoring;
    private Backup? _deleting;
    private bool _isWorking;
    private string? _problem;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _storage = await storage.GetAsync(Disposed);
            _backups = backups.List();
            _problem = null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(problem);
            _problem = "The data folder cannot be read. Look whether LeadStudio may read and write it, then try again.";
        }
    }

    private async Task BackUpAsync()
    {
        _isWorking = true;
        StateHasChanged();
        var made = await backups.CreateAsync(BackupReason.ByHand, Disposed);
        _isWorking = false;
        if (made.IsSuccess)
        {
            await trail.AddAsync(new Deed(me.Actor, "backup.made", "", made.Value.Name));
            toasts.Success($"The database is saved: {ByteText.Of(made.Value.Bytes)}.");
        }
        else
        {
            toasts.Error(made.Error.Message);
        }

        await LoadAsync();
    }

    private async Task RestoreAsync(Backup backup)
    {
        (_restoring, _isWorking) = (null, true);
        StateHasChanged();
        await trail.AddAsync(new Deed(me.Actor, "backup.restored", "", backup.Name)); // before it: afterwards this process ends
        var restored = await backups.RestoreAsync(backup.Name, Disposed);
        if (restored.IsSuccess)
        {
            toasts.Info("LeadStudio restarts with the backup. This page comes back by itself.");
        }
        else
        {
            _isWorking = false;
            toasts.Error(restored.Error.Message);
        }
    }

    private async Task Delete(Backup backup)
    {
        _deleting = null;
        if (backups.Delete(backup.Name) is { IsSuccess: false, Error: var error })
        {
            toasts.Error(error.Message);
        }
        else
        {
            await trail.AddAsync(new Deed(me.Actor, "backup.deleted", "", backup.Name));
        }

        await LoadAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The data folder cannot be read.")]
    private partial void LogUnreadable(Exception problem);
}
