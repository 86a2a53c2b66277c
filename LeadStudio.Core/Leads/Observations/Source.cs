namespace LeadStudio.Core.Leads.Observations;

/// <summary>Where observations come from.</summary>
public sealed class Source
{
    /// <summary>The source that stands for edits by people.</summary>
    public const int People = 1;

    /// <summary>The source of imported files whose system was not named.</summary>
    public const int Files = 2;

    /// <summary>The source of demo data.</summary>
    public const int Demo = 3;

    /// <summary>The name of <see cref="Files"/>.</summary>
    public const string FilesName = "Imported files";

    /// <summary>The name of the source of files that were exported from LeadStudio; what they repeat, they do not claim.</summary>
    public const string ExportName = "LeadStudio export";

    /// <summary>Gets the identity.</summary>
    public int Id { get; init; }

    /// <summary>Gets or sets the name on the screen.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the rank where a field goes by source priority: the least wins.</summary>
    public int Priority { get; set; }
}
