using LeadStudio.Core.Common;
using LeadStudio.Core.Persistence.Backups;
using LeadStudio.Hosting.Backups;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadStudio.Tests.Hosting.Backups;

public sealed class RestoreWatchTests
{
    [Fact]
    public async Task Start_RestoreWaitsAlready_RestartsOnlyWhenTheApplicationHasStarted()
    {
        using var lifetime = new FakeLifetime();
        var request = new RestartRequest();
        var backups = new PendingRestore();
        using var watch = new RestoreWatch(backups, lifetime, request, NullLogger<RestoreWatch>.Instance);

        await watch.StartAsync(CancellationToken.None);
        await Task.WhenAny(lifetime.Asked, backups.Looked);
        Assert.False(backups.Looked.IsCompleted);
        await lifetime.StartAsync();
        await watch.ExecuteTask!;

        Assert.True(request.IsMade);
        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
    }

    private sealed class FakeLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();
        private readonly CancellationTokenSource _stopping = new();

        private readonly TaskCompletionSource _asked = new();

        public Task Asked => _asked.Task;

        public CancellationToken ApplicationStarted
        {
            get
            {
                _asked.TrySetResult();
                return _started.Token;
            }
        }

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public Task StartAsync() => _started.CancelAsync();

        public void StopApplication() => _stopping.Cancel();

        public void Dispose()
        {
            _started.Dispose();
            _stopping.Dispose();
        }
    }

    private sealed class PendingRestore : IBackups
    {
        private readonly TaskCompletionSource _looked = new();

        public Task Looked => _looked.Task;

        public string? Folder => null;

        public bool IsRestorePending => _looked.TrySetResult() || _looked.Task.IsCompleted;

        public IReadOnlyList<Backup> List() => [];

        public Task<Result<Backup>> CreateAsync(BackupReason reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<long>> RestoreAsync(string nameOrPath, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Result<Backup> Delete(string name) => throw new NotSupportedException();
    }
}
