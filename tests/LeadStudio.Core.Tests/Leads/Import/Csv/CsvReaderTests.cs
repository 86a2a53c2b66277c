using System.Text;
using System.Text.Json;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class CsvReaderTests
{
    [SkippableTheory]
    [InlineData("comma_in_quotes")]
    [InlineData("empty")]
    [InlineData("escaped_quotes")]
    [InlineData("newlines")]
    [InlineData("simple")]
    [InlineData("utf8")]
    public void Read_SpectrumFile_EqualsItsJson(string name)
    {
        var expected = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(
            File.ReadAllText(CsvTestData.Path("csv-import", "spectrum", "json", name + ".json")))!;

        var (_, headers, rows) = CsvTestData.Read(CsvTestData.Path("csv-import", "spectrum", "csvs", name + ".csv"));

        Assert.Equal(expected.Select(row => row.Values.ToArray()), rows);
        Assert.All(expected, row => Assert.Equal(row.Keys, headers));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r1,2\r", "1|2")]
    [InlineData("a,b\r\n1,2\r\n\r\n3,4\n5,6", "1|2 3|4 5|6")]
    [InlineData("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n", "x\ny|say \"hi\"")]
    [InlineData("a,b\n5\" pipe,x\0y\n", "5\" pipe|x\0y")]
    [InlineData("a,b\n1\n,,\n1,2,\n", "1| 1|2|")]
    [InlineData("a,b\n\"He said \"hi\" to me\",2\n", "He said \"hi\" to me|2")]
    [InlineData("a,b,c\n1,\"2,\"three\"\n4,5,6\n", "1|\"2|three 4|5|6")]
    [InlineData("a,b\n\"x\" ,\"y\"  \n", "x|y")]
    [InlineData("a,b\n\"x\" y,2\n3,4\n", "\"x\" y|2 3|4")]
    public void Read_Text_GivesCells(string text, string expected)
    {
        var reader = Open(text, new CsvDialect());

        var rows = CsvTestData.Rows(reader);

        Assert.Equal(expected, string.Join(' ', rows.Select(row => string.Join('|', row))));
    }

    [Fact]
    public void Read_RowsOverSeveralLines_NamesTheLineOfEach()
    {
        var reader = Open("title\n\na,b\r\n\"1\r\n\r\n\",2\n\n3,4\n", new CsvDialect { PreambleLines = 2 });

        Assert.True(reader.Read());
        Assert.Equal((4, 1), (reader.LineNumber, reader.RowNumber));
        Assert.Equal("\"1\r\n\r\n\",2", reader.RawText.ToString());
        Assert.True(reader.Read());
        Assert.Equal((8, 2), (reader.LineNumber, reader.RowNumber));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_MoreCellsThanColumns_IsDamageUnlessTheyAreEmpty()
    {
        var reader = Open("a,b\n1,2,,\n1,2,3\n", new CsvDialect());

        Assert.True(reader.Read());
        Assert.Equal(CsvDamage.None, reader.Damage);
        Assert.True(reader.Read());
        Assert.Equal(CsvDamage.TooManyCells, reader.Damage);
    }

    [Fact]
    public void Read_QuoteThatNeverCloses_DamagesItsLineOnly()
    {
        var text = "a,b\n1,2\n3,\"x\n" + string.Concat(Enumerable.Range(0, 400_000).Select(row => $"{row},y\n"));
        var reader = Open(text, new CsvDialect());
        var damaged = new List<long>();

        while (reader.Read())
        {
            if (reader.Damage != CsvDamage.None)
            {
                Assert.Equal((CsvDamage.UnclosedQuote, "\"x"), (reader.Damage, reader[1].ToString()));
                damaged.Add(reader.LineNumber);
            }
        }

        Assert.Equal([3], damaged);
        Assert.Equal(400_002, reader.RowNumber);
    }

    [Fact]
    public void Read_ManyUnclosedQuotes_TakesTimeInLineWithTheirNumber() // Each alone looks one longest row ahead.
    {
        var reader = Open("a,b\n" + string.Concat(Enumerable.Repeat("\"y z,1\n", 200_000)), new CsvDialect());

        while (reader.Read())
        {
            Assert.Equal("\"y z", reader[0].ToString());
        }

        Assert.Equal(200_000, reader.RowNumber);
    }

    [Fact]
    public void Read_RowLongerThanTheLongest_IsCutAndTheNextRead()
    {
        var reader = Open("a\n" + new string('x', 3 * CsvReader.LongestRow) + "\r\n2\n", new CsvDialect());

        Assert.True(reader.Read());
        Assert.Equal(CsvDamage.TooLong, reader.Damage);
        Assert.True(reader.Read());
        Assert.Equal((3, "2", CsvDamage.None), (reader.LineNumber, reader[0].ToString(), reader.Damage));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_RowWithEmptyCellTooMany_PutsTheCellsBack()
    {
        var text = "time,count,code\n" + string.Concat(Enumerable.Range(10, 20).Select(row => $"{row}:30,{row},AB-{row}\n"))
            + "12:15,,7,AB-44\n13:1522,AB-45\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = CsvReader.Open(stream, new CsvDialect(), CsvRowRepair.Learn(stream, new CsvDialect()));

        var rows = CsvTestData.Rows(reader);

        Assert.Equal(["12:15", "7", "AB-44"], rows[^2]);
        Assert.Equal(["13:15", "22", "AB-45"], rows[^1]);
        Assert.True(reader.Damage == CsvDamage.None);
    }

    [Fact]
    public void Read_UnusualRowThatCouldMeanSeveralThings_IsLeftAsItIs()
    {
        var text = "first,last,note\n" + string.Concat(Enumerable.Range(10, 20).Select(_ => "Ann,Lee,hello\n")) + "Bob,,Ray,x\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = CsvReader.Open(stream, new CsvDialect(), CsvRowRepair.Learn(stream, new CsvDialect()));

        var rows = CsvTestData.Rows(reader);

        Assert.Contains(rows[^1].Length, (int[])[3, 4]);
        Assert.Equal("Bob", rows[^1][0]);
    }

    [Fact]
    public void Read_Utf8WithForeignBytes_ReadsThemAsWindows1252()
    {
        byte[] bytes = [.. "name\nZoë "u8, 0x80, .. " \u0096\n"u8];
        var reader = CsvReader.Open(new MemoryStream(bytes), new CsvDialect());

        Assert.True(reader.Read());
        Assert.Equal("Zoë € –", reader[0].ToString());
    }

    [Fact]
    public void Headers_EmptyAndDuplicate_GetNamesOfTheirOwn()
    {
        var reader = Open("Name,,name, Name \n", new CsvDialect());

        Assert.Equal(["Name", "Column 2", "name (2)", "Name (3)"], reader.Headers);
    }

    [Fact]
    public void Read_Cancelled_Throws()
    {
        var reader = Open("a\n1\n", new CsvDialect());

        Assert.ThrowsAny<OperationCanceledException>(() => CsvReader.Open(new MemoryStream(new byte[100]), new CsvDialect(), cancellationToken: new CancellationToken(canceled: true)));
        Assert.True(reader.Read());
    }

    [SkippableFact]
    public void Read_StreamInSmallPieces_GivesTheSameRows()
    {
        foreach (var file in Directory.GetFiles(CsvTestData.Path("csv-import", "open-data-sample", "csv")).Where(file => new FileInfo(file).Length < 30_000))
        {
            var (dialect, _, rows) = CsvTestData.Read(file);
            foreach (var size in (int[])[1, 2, 3, 5, 7])
            {
                using var pieces = new StreamInPieces(File.ReadAllBytes(file), size);

                var reader = CsvReader.Open(pieces, dialect, repair: null, bufferSize: 16, CsvReader.LongestRow);

                Assert.Equal(rows, CsvTestData.Rows(reader));
            }
        }
    }

    [Fact]
    public void Read_SpaceAsSeparatorAndAfterIt_KeepsEmptyCells()
    {
        var reader = Open("a b c\n1  3\n", new CsvDialect { Separator = ' ', SpaceAfterSeparator = true });

        Assert.Equal([["1", "", "3"]], CsvTestData.Rows(reader));
    }

    [Fact]
    public void Dialect_AsJson_IsReadBack()
    {
        var dialect = new CsvDialect { Separator = '\t', Quote = CsvDialect.None, Escape = CsvEscape.Backslash, Encoding = "utf-16BE", Columns = 3 };

        Assert.Equal(dialect, JsonSerializer.Deserialize<CsvDialect>(JsonSerializer.Serialize(dialect)));
    }

    [Fact]
    public void Open_SeparatorThatIsNotAscii_Throws() =>
        Assert.Throws<ArgumentException>(() => Open("a\n", new CsvDialect { Separator = '§' }));

    private static CsvReader Open(string text, CsvDialect dialect) => CsvReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), dialect);
}
