namespace LeadStudio.Hosting.Backups;

/// <summary>Tells <c>Program</c> that the application ended in order to start again.</summary>
internal sealed class RestartRequest
{
    /// <summary>Gets or sets a value indicating whether to start again.</summary>
    public bool IsMade { get; set; }
}
