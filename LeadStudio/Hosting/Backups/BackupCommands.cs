using LeadStudio.Core.Persistence.Backups;

namespace LeadStudio.Hosting.Backups;

/// <summary>The commands <c>backup</c> and <c>restore FILE</c>; both work beside a running LeadStudio and without one.</summary>
internal static class BackupCommands
{
    /// <summary>Makes a backup and writes its path.</summary>
    /// <param name="settings">Settings as at start, such as <c>--LeadStudio:DataFolder=/data</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A setting does not fit.</exception>
    public static async Task<int> BackupAsync(string[] settings)
    {
        await using var app = LeadStudioApplication.Create(settings);
        var backups = app.Services.GetRequiredService<IBackups>();
        var made = await backups.CreateAsync(BackupReason.ByHand);
        return made.IsSuccess ? Say(Path.Combine(backups.Folder ?? "", made.Value.Name)) : Complain(made.Error.Message);
    }

    /// <summary>Puts a backup where LeadStudio takes it in.</summary>
    /// <param name="file">The name of a backup, or the path of a file.</param>
    /// <param name="settings">Settings as at start.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A setting does not fit.</exception>
    public static async Task<int> RestoreAsync(string file, string[] settings)
    {
        await using var app = LeadStudioApplication.Create(settings);
        var restored = await app.Services.GetRequiredService<IBackups>().RestoreAsync(file);
        return restored.IsSuccess
            ? Say("The backup is in place. A running LeadStudio restarts with it within seconds; otherwise the next start takes it in.")
            : Complain(restored.Error.Message);
    }

    private static int Say(string sentence)
    {
        Console.WriteLine(sentence);
        return 0;
    }

    private static int Complain(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
