namespace LeadStudio.Core.Persistence;

/// <summary>Where LeadStudio keeps its data; the section <c>LeadStudio</c>.</summary>
public sealed class PersistenceOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LeadStudio";

    /// <summary>Gets or sets the folder of the embedded database and of uploads; it is created where it is missing.</summary>
    /// <value>A path, relative to the working directory or absolute. The default is <c>data</c>.</value>
    public string DataFolder { get; set; } = "data";

    /// <summary>Gets or sets the connection string; its form tells which database it is.</summary>
    /// <value>
    /// <c>Data Source=...</c> for a SQLite file, <c>Host=...</c> for a PostgreSQL server. By default a SQLite file in <see cref="DataFolder"/>.
    /// </value>
    public string? Database { get; set; }
}
