using System.Globalization;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;

namespace LeadStudio.Core.Tests.Learning.Encoders;

public sealed class TableEncoderTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EncoderOptions s_twice = new() { MinimumCount = 2 };

    [Fact]
    public void Encode_NumbersBeyondAFloatInfiniteAndMissing_ClampsAndLeavesOut()
    {
        var table = Table(Column.Of("n", new double?[] { 1.5, 1e300, -1e300, double.PositiveInfinity, double.NaN, null }));

        Assert.Equal([1.5f, float.MaxValue, float.MinValue, float.NaN, float.NaN, float.NaN], Encode(Fit(table), table));
    }

    [Fact]
    public void Encode_Dates_GivesDaysAtTheInstantOfTheRowAndNothingOfTheFuture()
    {
        var dates = new DateTimeOffset?[] { s_now.AddDays(-2.5), s_now.AddDays(-2.5), s_now.AddSeconds(1), null };
        var table = new ColumnTable([Column.Of("d", dates)], [s_now, s_now.AddDays(10), s_now, s_now]);

        Assert.Equal([2.5f, 12.5f, float.NaN, float.NaN], Encode(Fit(table), table));
    }

    [Fact]
    public void Encode_Booleans_GivesOneAndZero()
    {
        var table = Table(Column.Of("b", new bool?[] { true, false, null }));

        Assert.Equal([1f, 0f, float.NaN], Encode(Fit(table), table));
    }

    [Fact]
    public void Fit_Texts_OrdersByCountThenOrdinalAndMergesRareOnes()
    {
        var table = Table(Column.Of("t", ["b", "rare", "a", "c", "c", "a", "b", "c", " ", null, "Other"]));
        var encoder = Fit(table);

        Assert.Equal([1f, 3f, 1f, 0f], Encode(encoder, Table(Column.Of("t", ["a", "rare", "a", "c"]))));
        Assert.Equal([2f, 3f, float.NaN, float.NaN], Encode(encoder, Table(Column.Of("t", ["b", "Other", "new", "A"]))));
        Assert.Equal(["c", "a", "b", null], Enumerable.Range(0, 4).Select(category => encoder.TextOf(0, category)));
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.TextOf(0, 4));
    }

    [Fact]
    public void Fit_MoreThan253FrequentTexts_MergesTheRarest()
    {
        var texts = Enumerable.Range(0, 300).SelectMany(text => Enumerable.Repeat($"{text:000}", text < 290 ? 3 : 2)).ToArray();
        var encoder = Fit(Table(Column.Of("t", texts)));

        Assert.Equal([252f, 253f, 253f, float.NaN], Encode(encoder, Table(Column.Of("t", ["252", "253", "299", "300"]))));
    }

    [Fact]
    public void Encode_AColumnThatIsMissingOrUnknown_IsMissingOrNotLookedAt()
    {
        var encoder = Fit(Table(Column.Of("n", new double?[] { 1, 2 }), Column.Of("t", ["a", "a"]), Column.Of("b", new bool?[] { true, null })));

        Assert.Equal(["n", "b"], encoder.Features.Select(feature => feature.Name));
        Assert.Equal([float.NaN, 1f], Encode(encoder, Table(Column.Of("more", ["x"]), Column.Of("b", new bool?[] { true }))));
    }

    [Fact]
    public void Encode_AnotherTypeThanInTraining_IsReadWhereItCanBe()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE"); // writes 12,5
        var training = Table(
            Column.Of("text", ["12.5", "12.5", "True", "True"]),
            Column.Of("number", new double?[] { 1, 2, 3, 4 }),
            Column.Of("boolean", new bool?[] { true, false, null, null }),
            Column.Of("date", new DateTimeOffset?[] { s_now, s_now.AddDays(-1), null, null }));
        var encoder = Fit(training);

        Assert.Equal(
            [0f, 2.5f, 1f, 1f],
            Encode(encoder, Table(Column.Of("text", new double?[] { 12.5 }), Column.Of("number", ["2.5"]), Column.Of("boolean", ["true"]), Column.Of("date", ["2026-02-28T12:00Z"]))));
        Assert.Equal(
            [1f, 1f, 0f, float.NaN],
            Encode(encoder, Table(Column.Of("text", new bool?[] { true }), Column.Of("number", new bool?[] { true }), Column.Of("boolean", new double?[] { 0 }), Column.Of("date", new double?[] { 7 }))));
        Assert.Equal(
            [float.NaN, float.NaN, float.NaN, float.NaN],
            Encode(encoder, Table(Column.Of("text", new DateTimeOffset?[] { s_now }), Column.Of("number", ["1,234.5"]), Column.Of("boolean", new double?[] { 2 }), Column.Of("date", ["soon"]))));
    }

    [Fact]
    public void Fit_ColumnsThatSayNothing_LeavesThemOutAndSaysWhy()
    {
        var rows = Enumerable.Range(0, 1000).ToArray();
        var encoder = Fit(options: new EncoderOptions { MinimumCount = 3 }, table: Table(
            Column.Of("empty", new double?[1000]),
            Column.Of("infinite", [.. rows.Select(_ => (double?)double.PositiveInfinity)]),
            Column.Of("constant", [.. rows.Select(_ => (double?)7)]),
            Column.Of("same", [.. rows.Select(_ => "x")]),
            Column.Of("email", [.. rows.Select(row => $"{row}@example.com")]),
            Column.Of("all rare", [.. rows.Select(row => $"{row / 2}")]),
            Column.Of("filled in or not", [.. rows.Select(row => row % 2 == 0 ? "yes" : null)])));

        Assert.Equal(["filled in or not"], encoder.Features.Select(feature => feature.Name));
        Assert.Equal(["empty", "infinite", "constant", "same", "email", "all rare"], encoder.LeftOut.Select(column => column.Name));
        Assert.Contains("1000 of its 1000 texts differ", encoder.LeftOut[4].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NothingButColumnsThatSayNothing_IsRefused()
    {
        var result = TableEncoder.Fit(Table(Column.Of("n", new double?[] { 1, 1 })));

        Assert.IsType<TrainingRefused>(result.Error);
    }

    [Fact]
    public void Fit_AHundredThousandDifferentTexts_RemembersABoundedNumber()
    {
        var texts = Enumerable.Range(0, 200_000).Select(row => row % 2 == 0 ? $"common {row % 20}" : $"url {row}").ToArray();

        var encoder = Fit(Table(Column.Of("t", texts)));

        Assert.Equal(10, encoder.Encodings[0].Levels.Length);
        Assert.Equal(ColumnFitter.MostRare, encoder.Encodings[0].Rare.Length);
    }

    [Fact]
    public void EncodeRow_AfterTheFirst_GivesTheSameAndAllocatesNothing()
    {
        var encoder = Fit(Table(
            Column.Of("n", new double?[] { 1, 2 }), Column.Of("d", new DateTimeOffset?[] { s_now, null }), Column.Of("t", ["1", null])));
        var cells = new[] { Cell.Of(2.0), Cell.Of(s_now.AddDays(-1)), Cell.Of(1.0) };
        var row = new float[3];
        encoder.EncodeRow(cells, s_now, row);

        var before = GC.GetAllocatedBytesForCurrentThread();
        encoder.EncodeRow(cells, s_now, row);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal([2f, 1f, 0f], row);
        Assert.Equal(FeatureKind.Category, encoder.Features[2].Kind);
    }

    [Fact]
    public void Table_NamesTwiceOrUnevenRows_Throws()
    {
        Assert.Throws<ArgumentException>(() => Table(Column.Of("n", new double?[] { 1 }), Column.Of("n", ["a"])));
        Assert.Throws<ArgumentException>(() => new ColumnTable([Column.Of("n", new double?[] { 1 })], [s_now, s_now]));
    }

    private static ColumnTable Table(params ReadOnlySpan<Column> columns)
    {
        var asOf = new DateTimeOffset[columns[0].Count];
        Array.Fill(asOf, s_now);
        return new ColumnTable([.. columns], asOf);
    }

    private static TableEncoder Fit(ColumnTable table, EncoderOptions? options = null) => TableEncoder.Fit(table, options ?? s_twice) is { Value: { } encoder } ? encoder : throw new InvalidOperationException();

    private static float[] Encode(TableEncoder encoder, ColumnTable table) => encoder.Encode(table).Values.ToArray();
}
