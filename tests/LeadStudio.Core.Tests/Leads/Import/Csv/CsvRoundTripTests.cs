using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class CsvRoundTripTests
{
    [Property(MaxTest = 400)]
    public Property Write_AnyCells_AreReadBack() => Prop.ForAll(Tables().ToArbitrary(), Dialects().ToArbitrary(), (table, dialect) =>
    {
        using var stream = new MemoryStream();
        var writer = new CsvWriter(stream, dialect);
        foreach (var row in table)
        {
            writer.Write(row);
        }

        stream.Position = 0;
        var reader = CsvReader.Open(stream, dialect with { Columns = table[0].Length }, repair: null, bufferSize: 16, CsvReader.LongestRow);

        Assert.Equal(table.Where(row => row.Any(cell => cell.Length > 0)), CsvTestData.Rows(reader));
    });

    [Property(MaxTest = 400)]
    public void Detect_AnyBytes_NeitherThrowsNorLoops(byte[] bytes) => ReadAll(bytes);

    [Property(MaxTest = 600)]
    public Property Detect_AnyMarks_NeitherThrowsNorLoops() =>
        Prop.ForAll(Gen.Elements("\"\"\"',;|\t\\\n\r a1é \0"u8.ToArray()).ArrayOf().ToArbitrary(), ReadAll);

    [Property(MaxTest = 300)]
    public Property Read_AnyMarks_DoesNotDependOnTheBuffer() =>
        Prop.ForAll(Gen.Elements("\"\"\"\"',,\\\n\r a1"u8.ToArray()).ArrayOf().ToArbitrary(), Dialects().ToArbitrary(), (bytes, dialect) =>
        {
            var small = CsvReader.Open(new StreamInPieces(bytes, 3), dialect, repair: null, bufferSize: 16, CsvReader.LongestRow);
            var large = CsvReader.Open(new MemoryStream(bytes), dialect);

            Assert.Equal(CsvTestData.Rows(large), CsvTestData.Rows(small));
            Assert.Equal((large.LineNumber, large.Damage), (small.LineNumber, small.Damage));
        });

    private static void ReadAll(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        if (CsvDialectDetector.Detect(stream) is { IsSuccess: true, Value: var dialect })
        {
            var reader = CsvReader.Open(stream, dialect, CsvRowRepair.Learn(stream, dialect));
            while (reader.Read())
            {
                Assert.True(reader.RowNumber <= bytes.Length);
            }
        }
    }

    private static Gen<string[][]> Tables()
    {
        var cells = Gen.Elements("a", "B", "1", " ", ",", ";", "\t", "|", "\"", "'", "\\", "\n", "\r", "é", "€", "\0", "-").ArrayOf().Select(string.Concat);
        return from columns in Gen.Choose(1, 6)
               from rows in Gen.Choose(1, 6)
               from table in cells.ArrayOf(columns).ArrayOf(rows)
               select table;
    }

    private static Gen<CsvDialect> Dialects() =>
        from separator in Gen.Elements(',', ';', '\t', '|')
        from isDouble in Gen.Elements(true, false, false)
        from quote in Gen.Elements('"', '\'')
        from escape in Gen.Elements(CsvEscape.Doubled, CsvEscape.Backslash)
        from space in Gen.Elements(true, false)
        from newLine in Gen.Elements("\n", "\r\n", "\r")
        from encoding in Gen.Elements("utf-8", "utf-16", "utf-16BE", "windows-1252")
        from bom in Gen.Elements(true, false)
        select new CsvDialect
        {
            Separator = separator,
            SeparatorTail = isDouble ? separator.ToString() : "",
            Quote = quote,
            Escape = escape,
            SpaceAfterSeparator = space,
            NewLine = newLine,
            Encoding = encoding,
            HasBom = bom,
            HeaderRows = 0,
        };
}
