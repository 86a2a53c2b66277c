namespace LeadStudio.Core.Leads.Import.Values;

/// <summary>Reads the parts of a date from left to right.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    public const int FirstYear = 1800;
    public const int LastYear = 2199;

    // Two digits below this are of the 2000s.
    private const int Pivot = 70;
    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool TryReadDate(DateOrder order, out DateOnly day, out DateOrderEvidence evidence)
    {
        (day, evidence) = (default, DateOrderEvidence.NotNeeded);
        SkipWeekday();
        if (!TryReadPart(out var first, out var firstDigits) || !TryReadSeparator()
            || !TryReadPart(out var second, out var secondDigits) || !TryReadSeparator()
            || !TryReadNumber(out var third, out var thirdDigits))
        {
            return false;
        }

        if (firstDigits == 4)
        {
            return thirdDigits <= 2 && TryMake(first, second, third, out day);
        }

        if (thirdDigits is not (2 or 4) || firstDigits > 2 || secondDigits > 2)
        {
            return false;
        }

        var year = thirdDigits == 4 ? third : third + (third < Pivot ? 2000 : 1900);
        if (firstDigits == 0 || secondDigits == 0)
        {
            return firstDigits != secondDigits && (firstDigits == 0 ? TryMake(year, first, second, out day) : TryMake(year, second, first, out day));
        }

        evidence = first > 12 ? DateOrderEvidence.DayFirst : second > 12 ? DateOrderEvidence.MonthFirst : DateOrderEvidence.Ambiguous;
        return order == DateOrder.DayFirst ? TryMake(year, second, first, out day) : TryMake(year, first, second, out day);
    }

    public bool TryReadTime(out TimeSpan? time)
    {
        time = null;
        var before = _rest;
        var separated = TrySkip(',') | TrySkip('T') | SkipSpaces();
        if (_rest.IsEmpty || !separated || !char.IsAsciiDigit(_rest[0]))
        {
            _rest = separated && !_rest.IsEmpty ? _rest : before.TrimEnd();
            return true;
        }

        if (!TryReadNumber(out var hour, out var digits) || digits > 2 || !TrySkip(':') || !TryReadNumber(out var minute, out digits) || digits != 2)
        {
            return false;
        }

        var (second, ticks) = (0, 0L);
        if (TrySkip(':'))
        {
            if (!TryReadNumber(out second, out digits) || digits != 2)
            {
                return false;
            }

            ticks = TrySkip('.') || TrySkip(',') ? ReadFraction() : 0;
        }

        if (!TryReadHalfDay(ref hour) || hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, Math.Min(second, 59)) + TimeSpan.FromTicks(ticks);
        return true;
    }

    public bool TryReadZone(out TimeSpan? offset)
    {
        offset = null;
        SkipSpaces();
        if (_rest.IsEmpty)
        {
            return true;
        }

        if (ZoneLetters.TryTake(ref _rest, out var named))
        {
            offset = named;
            if (_rest is not ['+' or '-', ..])
            {
                SkipComment();
                return true;
            }
        }

        var isNegative = _rest[0] is '-';
        if ((!isNegative && _rest[0] != '+') || _rest.Length < 2)
        {
            return false;
        }

        _rest = _rest[1..];
        if (!TryReadNumber(out var hours, out var digits) || digits is not (1 or 2 or 4))
        {
            return false;
        }

        var minutes = digits == 4 ? hours % 100 : 0;
        hours = digits == 4 ? hours / 100 : hours;
        if (digits == 2 && TrySkip(':') && (!TryReadNumber(out minutes, out digits) || digits != 2))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (isNegative ? -1 : 1);
        SkipComment();
        return hours <= 14 && minutes <= 59;
    }

    // "GMT+0200 (Central European Summer Time)"
    private void SkipComment()
    {
        SkipSpaces();
        _rest = _rest is ['(', .., ')'] ? [] : _rest;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        var isDate = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new DateOnly(year, month, day) : default;
        return isDate;
    }

    // A weekday is a word that names no month: "Mon, 16 Apr 2021".
    private void SkipWeekday()
    {
        var length = WordLength();
        if (length >= 2 && MonthNames.Find(_rest[..length]) == 0)
        {
            _rest = _rest[length..].TrimStart("., ");
        }
    }

    // A number, or a month's name as a number of no digits.
    private bool TryReadPart(out int value, out int digits)
    {
        var length = WordLength();
        if (length == 0)
        {
            var isNumber = TryReadNumber(out value, out digits);
            _ = TrySkipWord("st") || TrySkipWord("nd") || TrySkipWord("rd") || TrySkipWord("th");
            return isNumber;
        }

        (value, digits) = (MonthNames.Find(_rest[..length]), 0);
        _rest = _rest[length..];
        return value > 0;
    }

    private readonly int WordLength()
    {
        var length = 0;
        while (length < _rest.Length && char.IsLetter(_rest[length]))
        {
            length++;
        }

        return length;
    }

    private bool TryReadNumber(out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (digits < _rest.Length && digits < 5 && char.IsAsciiDigit(_rest[digits]))
        {
            value = (value * 10) + (_rest[digits++] - '0');
        }

        _rest = _rest[digits..];
        return digits is > 0 and < 5;
    }

    private bool TryReadSeparator()
    {
        var before = _rest.Length;
        _rest = _rest.TrimStart("-/., ");
        return before - _rest.Length is 1 or 2 or 3;
    }

    private long ReadFraction()
    {
        var (ticks, unit) = (0L, TimeSpan.TicksPerSecond / 10);
        while (!_rest.IsEmpty && char.IsAsciiDigit(_rest[0]))
        {
            ticks += (_rest[0] - '0') * unit;
            unit /= 10;
            _rest = _rest[1..];
        }

        return ticks;
    }

    private bool TryReadHalfDay(ref int hour)
    {
        var before = _rest;
        SkipSpaces();
        var isMorning = TrySkipWord("am") || TrySkipWord("a.m.");
        var isEvening = !isMorning && (TrySkipWord("pm") || TrySkipWord("p.m."));
        if (!isMorning && !isEvening)
        {
            _rest = before;
            return true;
        }

        var isHour = hour is >= 1 and <= 12;
        hour = (hour % 12) + (isEvening ? 12 : 0);
        return isHour;
    }

    private bool SkipSpaces()
    {
        var before = _rest.Length;
        _rest = _rest.TrimStart();
        return _rest.Length < before;
    }

    private bool TrySkip(char c)
    {
        var isThere = !_rest.IsEmpty && _rest[0] == c;
        _rest = isThere ? _rest[1..] : _rest;
        return isThere;
    }

    private bool TrySkipWord(string word)
    {
        var isThere = _rest.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        _rest = isThere ? _rest[word.Length..] : _rest;
        return isThere;
    }
}
