namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Collects the values of one column for its <see cref="ColumnProfile"/>.</summary>
/// <param name="missing">The texts that mean "no value"; <see langword="null"/> takes the likely ones.</param>
public sealed class ColumnProfiler(MissingValues? missing = null)
{
    private readonly Dictionary<string, int> _values = [];
    private readonly SortedSet<string> _likelyMissing = new(StringComparer.Ordinal);
    private int _count;
    private int _empty;
    private int _maxLength;
    private int _numbersWithPoint;
    private int _numbersWithComma;
    private int _onlyComma;
    private int _booleans;
    private int _dayFirst;
    private int _monthFirst;
    private int _ambiguous;
    private int _provesDayFirst;
    private int _provesMonthFirst;
    private bool _leadingZeros;
    private bool _moreDistinct;

    /// <summary>Adds a cell.</summary>
    /// <param name="cell">Its text.</param>
    public void Add(ReadOnlySpan<char> cell)
    {
        _count++;
        cell = cell.Trim();
        if (MissingValues.IsLikely(cell) && !cell.IsEmpty)
        {
            _likelyMissing.Add(cell.ToString());
        }

        if (missing?.IsMissing(cell) ?? MissingValues.IsLikely(cell))
        {
            _empty++;
            return;
        }

        _maxLength = Math.Max(_maxLength, cell.Length);
        CountDistinct(cell);
        CountNumber(cell);
        CountInstant(cell);
        _booleans += BooleanParser.TryParse(cell, out _) ? 1 : 0;
    }

    /// <summary>Sums up the cells so far.</summary>
    /// <returns>The profile.</returns>
    public ColumnProfile Build()
    {
        var present = Math.Max(_count - _empty, 1);
        var evidence = Evidence();
        var monthFirst = evidence == DateOrderEvidence.MonthFirst || (evidence == DateOrderEvidence.Contradictory && _monthFirst > _dayFirst);
        var mark = _numbersWithComma > _numbersWithPoint || (_onlyComma > 0 && _numbersWithComma == _numbersWithPoint) ? DecimalMark.Comma : DecimalMark.Point;
        return new ColumnProfile
        {
            Count = _count,
            EmptyShare = _count == 0 ? 1 : (double)_empty / _count,
            Values = _values,
            HasMoreDistinct = _moreDistinct,
            MaxLength = _maxLength,
            NumberShare = (double)Math.Max(_numbersWithPoint, _numbersWithComma) / present,
            BooleanShare = (double)_booleans / present,
            InstantShare = (double)Math.Max(_dayFirst, _monthFirst) / present,
            HasLeadingZeros = _leadingZeros,
            DateOrderEvidence = evidence,
            DateOrder = monthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst,
            DecimalMark = mark,
            LikelyMissing = [.. _likelyMissing],
        };
    }

    private void CountDistinct(ReadOnlySpan<char> cell)
    {
        var lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(cell, out var times))
        {
            lookup[cell] = times + 1;
        }
        else if (_values.Count < ColumnProfile.MostDistinct)
        {
            lookup[cell] = 1;
        }
        else
        {
            _moreDistinct = true;
        }
    }

    private void CountNumber(ReadOnlySpan<char> cell)
    {
        var withPoint = NumberParser.TryParse(cell, DecimalMark.Point, out var point);
        var withComma = NumberParser.TryParse(cell, DecimalMark.Comma, out var comma);
        _numbersWithPoint += withPoint ? 1 : 0;
        _numbersWithComma += withComma ? 1 : 0;

        // 12,50 and 1.234,56 are read in one way only, and speak for the comma; 12.50 speaks against it.
        var lastMark = cell.LastIndexOfAny('.', ',');
        _onlyComma += withPoint && lastMark >= 0 && point == comma && point != Math.Floor(point) ? (cell[lastMark] == ',' ? 1 : -1) : 0;
        _leadingZeros |= cell.Length > 1 && cell[0] == '0' && !cell.ContainsAnyExceptInRange('0', '9');
    }

    private void CountInstant(ReadOnlySpan<char> cell)
    {
        var isDayFirst = InstantParser.TryParse(cell, DateOrder.DayFirst, zone: null, out _, out var evidence);
        var isMonthFirst = InstantParser.TryParse(cell, DateOrder.MonthFirst, zone: null, out _, out _);
        _dayFirst += isDayFirst ? 1 : 0;
        _monthFirst += isMonthFirst ? 1 : 0;
        _provesDayFirst += isDayFirst && !isMonthFirst ? 1 : 0;
        _provesMonthFirst += isMonthFirst && !isDayFirst ? 1 : 0;
        _ambiguous += isDayFirst && isMonthFirst && evidence == DateOrderEvidence.Ambiguous ? 1 : 0;
    }

    private DateOrderEvidence Evidence() => (_provesDayFirst > 0, _provesMonthFirst > 0) switch
    {
        (true, true) => DateOrderEvidence.Contradictory,
        (true, false) => DateOrderEvidence.DayFirst,
        (false, true) => DateOrderEvidence.MonthFirst,
        (false, false) => _ambiguous > 0 ? DateOrderEvidence.Ambiguous : DateOrderEvidence.NotNeeded,
    };
}
