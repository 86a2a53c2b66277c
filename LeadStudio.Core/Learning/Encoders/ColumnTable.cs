using System.Collections.Immutable;

namespace LeadStudio.Core.Learning.Encoders;

/// <summary>Typed columns of the same rows, and the instant as of which each row is known.</summary>
public sealed class ColumnTable
{
    private readonly DateTimeOffset[] _asOf;

    /// <summary>Initializes a new instance of the <see cref="ColumnTable"/> class.</summary>
    /// <param name="columns">The columns, each with a name of its own.</param>
    /// <param name="asOf">The instant of each row that ages are counted to; kept, not copied.</param>
    /// <exception cref="ArgumentException">Two columns have one name, or a column has more or fewer rows than there are instants.</exception>
    public ColumnTable(ImmutableArray<Column> columns, DateTimeOffset[] asOf)
    {
        ArgumentNullException.ThrowIfNull(asOf);
        if (columns.FirstOrDefault(column => column.Count != asOf.Length) is { } uneven)
        {
            throw new ArgumentException($"\"{uneven.Name}\" has {uneven.Count} rows, and there are {asOf.Length} instants. Give one of each per row.", nameof(columns));
        }

        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two columns are called \"{twice.Key}\". Give each a name of its own.", nameof(columns));
        }

        (Columns, _asOf) = (columns, asOf);
    }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Gets how many rows there are.</summary>
    public int RowCount => _asOf.Length;

    /// <summary>Gets the instant of each row that ages are counted to.</summary>
    public ReadOnlySpan<DateTimeOffset> AsOf => _asOf;
}
