namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>What a sample of a column's values looks like. Shares are of the values that are there, 0 to 1; 0 where there are none.</summary>
public sealed record ColumnProfile
{
    /// <summary>The most distinct values that are counted.</summary>
    public const int MostDistinct = 1_000;

    /// <summary>From this share on a column is of a kind: a few bad values do not make a column of dates a text.</summary>
    public const double EnoughOfKind = 0.95;

    /// <summary>Gets the number of cells looked at.</summary>
    public int Count { get; init; }

    /// <summary>Gets the share of all cells that are empty or mean "no value", 0 to 1.</summary>
    public double EmptyShare { get; init; }

    /// <summary>Gets the distinct values and how often each occurs, at most <see cref="MostDistinct"/> of them.</summary>
    public IReadOnlyDictionary<string, int> Values { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets a value indicating whether there are more distinct values than are counted.</summary>
    public bool HasMoreDistinct { get; init; }

    /// <summary>Gets the length of the longest value, in characters.</summary>
    public int MaxLength { get; init; }

    /// <summary>Gets the share that are numbers.</summary>
    public double NumberShare { get; init; }

    /// <summary>Gets the share that are yes or no.</summary>
    public double BooleanShare { get; init; }

    /// <summary>Gets the share that are dates or instants in the better order.</summary>
    public double InstantShare { get; init; }

    /// <summary>Gets a value indicating whether whole numbers begin with a zero (zip codes, phones): then they are texts.</summary>
    public bool HasLeadingZeros { get; init; }

    /// <summary>Gets what the dates say of their order.</summary>
    public DateOrderEvidence DateOrderEvidence { get; init; }

    /// <summary>Gets the order in which to read the dates; day first where it does not matter or cannot be told.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Gets the decimal mark of the numbers; the point where it cannot be told.</summary>
    public DecimalMark DecimalMark { get; init; }

    /// <summary>Gets the values that probably mean "no value", such as "Select" of a form that nobody filled in.</summary>
    public IReadOnlyList<string> LikelyMissing { get; init; } = [];

    /// <summary>Gets what the values are.</summary>
    public ValueKind Kind => EmptyShare >= 1 ? ValueKind.Nothing
        : BooleanShare >= EnoughOfKind && Values.Count == 2 ? ValueKind.Boolean
        : InstantShare >= EnoughOfKind ? ValueKind.Instant
        : NumberShare >= EnoughOfKind && !HasLeadingZeros ? ValueKind.Number
        : BooleanShare >= EnoughOfKind ? ValueKind.Boolean
        : ValueKind.Text;
}
