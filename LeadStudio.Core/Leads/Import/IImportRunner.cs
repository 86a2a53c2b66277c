namespace LeadStudio.Core.Leads.Import;

/// <summary>Runs imports in the background.</summary>
public interface IImportRunner
{
    /// <summary>Runs the imports that are queued or were cut off, and those to come. Run it once in a process.</summary>
    /// <param name="cancellationToken">Stops after the chunk that is being written; the import goes on at the next start.</param>
    /// <returns>A task that ends when it was stopped.</returns>
    Task RunAsync(CancellationToken cancellationToken);
}
