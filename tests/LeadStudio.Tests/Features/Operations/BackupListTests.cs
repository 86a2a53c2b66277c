using Bunit;
using LeadStudio.Components.Time;
using LeadStudio.Core.Persistence.Backups;
using LeadStudio.Features.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Operations;

public sealed class BackupListTests : BunitContext
{
    [Fact]
    public void Buttons_OfABackup_SayItsTimeInTheUsersZone()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddScoped<UserClock>();
        Services.GetRequiredService<UserClock>().Choose(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
        var backup = new Backup("one.db", BackupReason.ByHand, new DateTimeOffset(2026, 1, 15, 20, 0, 0, TimeSpan.Zero), 4096);

        var list = Render<BackupList>(parameters => parameters.Add(l => l.Backups, [backup]).Add(l => l.Folder, "backups"));

        Assert.Equal(
            ["Download", "Restore", "Delete"],
            list.FindAll("[aria-label$='the backup of Fri 16 Jan 2026, 05:00:00 (Asia/Tokyo)']").Select(button => button.TextContent)); // UTC+9
    }
}
