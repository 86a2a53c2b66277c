using System.Text;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class CsvDialectDetectorTests
{
    // Counts: ../shared/data/README.md.
    [SkippableTheory]
    [InlineData("csv-import/crm/hubspot_companies.csv", ',', false, "\r\n", 200, 16)]
    [InlineData("csv-import/crm/hubspot_contacts.csv", ',', false, "\r\n", 950, 20)]
    [InlineData("csv-import/crm/olist_deals_bom_semicolon.csv", ';', true, "\r\n", 589, 14)]
    [InlineData("csv-import/crm/olist_deals_dmy_dates.csv", ',', false, "\r\n", 589, 14)]
    [InlineData("csv-import/crm/olist_leads_bom_semicolon_crlf.csv", ';', true, "\r\n", 5_600, 4)]
    [InlineData("csv-import/crm/olist_leads_dmy_dates.csv", ',', false, "\r\n", 5_600, 4)]
    [InlineData("csv-import/crm/zoho_campaigns.csv", ',', false, "\n", 110, 11)]
    [InlineData("csv-import/crm/zoho_contacts.csv", ',', false, "\n", 1_265, 9)]
    [InlineData("csv-import/crm/zoho_leads.csv", ',', false, "\n", 3_900, 13)]
    [InlineData("csv-import/crm/zoho_users.csv", ',', false, "\n", 11, 4)]
    [InlineData("xeducation/leads_train.csv", ',', false, "\n", 6_468, 37)]
    [InlineData("xeducation/leads_data_dictionary.csv", ',', false, "\n", 37, 2)]
    [InlineData("olist-funnel/olist_marketing_qualified_leads_train.csv", ',', false, "\n", 5_600, 4)]
    [InlineData("olist-funnel/olist_closed_deals_train.csv", ',', false, "\n", 589, 14)]
    [InlineData("bank-marketing/bank-full_train.csv", ';', false, "\n", 31_647, 17)]
    [InlineData("online-shoppers/online_shoppers_intention_train.csv", ',', false, "\n", 8_631, 18)]
    [InlineData("febrl/febrl1.csv", ',', false, "\n", 1_000, 11)]
    [InlineData("attribution-pathdata/PathData.csv", ',', false, "\n", 10_000, 4)]
    [InlineData("attribution-touches/touches_train.csv", ',', false, "\n", 43_642, 6)]
    [InlineData("user-agents/isbot_train.csv", ',', false, "\n", 563, 3)]
    public void Detect_RealFile_GivesDialectRowsAndColumns(string path, char separator, bool hasBom, string newLine, int rows, int columns)
    {
        var (dialect, headers, read) = CsvTestData.Read(CsvTestData.Path(path.Split('/')), mend: true);

        Assert.Equal((separator, '"', CsvEscape.Doubled, hasBom, newLine), (dialect.Separator, dialect.Quote, dialect.Escape, dialect.HasBom, dialect.NewLine));
        Assert.Equal((0, 1, "utf-8"), (dialect.PreambleLines, dialect.HeaderRows, dialect.Encoding));
        Assert.Equal((rows, columns), (read.Count, headers.Count));
        Assert.All(read, row => Assert.Equal(columns, row.Length));
    }

    [Theory]
    [InlineData("a|b|c\n1|2|3\n")]
    [InlineData("Name;Betrag\nMüller;1.234,56\nMeier, Hans;7,5\n")]
    [InlineData("name\ttext\nx\tone, two; three\ny\tfour, five\n")]
    [InlineData("name^age^city\nx^1^Rome\ny^2^Oslo\n")]
    [InlineData("id name age\n1 Ann 33\n2 Bob 44\n3 Eve 55\n")]
    public void Detect_Separator(string text)
    {
        var dialect = Detect(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text.First(c => !char.IsLetter(c)), dialect.Separator);
        Assert.Equal(1, dialect.HeaderRows);
    }

    [Theory]
    [InlineData("email\nann@example.com\nbob@example.com\n", 1)]
    [InlineData("ann@example.com\nbob@example.com\n", 0)]
    [InlineData("notes\nhello, world\nplain\nnothing here\n\"x, y\"\n", 1)]
    public void Detect_OneColumn(string text, int headerRows)
    {
        var dialect = Detect(Encoding.UTF8.GetBytes(text));

        Assert.Equal((CsvDialect.None, 1, headerRows), (dialect.Separator, dialect.Columns, dialect.HeaderRows));
    }

    [Theory]
    [InlineData("'a','b'\n'1','x, y'\n'2','it''s'\n", '\'', CsvEscape.Doubled)]
    [InlineData("\"a\",\"b\"\n\"1\",\"5\\\" pipe\"\n\"2\",\"x\"\n", '"', CsvEscape.Backslash)]
    [InlineData("\"a\",\"b\"\n\"1\",\"C:\\\"\n\"2\",\"5\"\" pipe\"\n", '"', CsvEscape.Doubled)]
    [InlineData("a,b\nO'Brien,it's 'fine'\nx,y\n", '"', CsvEscape.Doubled)]
    public void Detect_QuoteAndEscape(string text, char quote, CsvEscape escape)
    {
        var dialect = Detect(Encoding.UTF8.GetBytes(text));

        Assert.Equal((',', quote, escape), (dialect.Separator, dialect.Quote, dialect.Escape));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Detect_Encoding(string name, bool hasBom)
    {
        var expected = new CsvDialect { Encoding = name, HasBom = hasBom, NewLine = "\n", Columns = 2 };
        using var stream = new MemoryStream();
        var writer = new CsvWriter(stream, expected);
        writer.Write("name", "ort");
        writer.Write("Zoë Müller", "Köln");
        writer.Write("Ann", "10 €");

        var dialect = Detect(stream.ToArray());
        var reader = CsvReader.Open(new MemoryStream(stream.ToArray()), dialect);

        Assert.Equal(expected, dialect);
        Assert.Equal(["name", "ort"], reader.Headers);
        Assert.Equal([["Zoë Müller", "Köln"], ["Ann", "10 €"]], CsvTestData.Rows(reader));
    }

    [Fact]
    public void Detect_SampleThatCutsACharacter_IsStillUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes("name,city\nZoë,Köln\nAnn,Malmö");

        var result = CsvDialectDetector.Detect(bytes.AsSpan(0, bytes.Length - 1), isWhole: false);

        Assert.Equal("utf-8", result.Value?.Encoding);
    }

    [Fact]
    public void Windows1252_EachByte_GivesACharacterOfItsOwn()
    {
        var text = new CsvDialect { Encoding = "windows-1252" }.GetEncoding().GetString([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);

        Assert.Equal(256, text.Distinct().Count());
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void Detect_TitleAboveTheTable_IsPreamble()
    {
        var dialect = Detect("Leads of May\n\nname,age,city\nAnn,33,Rome\nBob,44,Oslo\n"u8.ToArray());

        Assert.Equal((2, 1, 3), (dialect.PreambleLines, dialect.HeaderRows, dialect.Columns));
    }

    public static TheoryData<byte[], string> NoCsv => new()
    {
        { [], "empty" },
        { "  \r\n "u8.ToArray(), "spaces" },
        { [.. "PK\u0003\u0004"u8, .. "......[Content_Types].xml"u8], "Excel workbook" },
        { "PK\u0003\u0004leads.csv"u8.ToArray(), "packed" },
        { "PK\u0003\u0004..[Content_Types].xml..word/document.xml"u8.ToArray(), "Word document" },
        { "PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8.ToArray(), "LibreOffice spreadsheet" },
        { "PK\u0003\u0004..Index/Document.iwa"u8.ToArray(), "Numbers spreadsheet" },
        { [0, 0, 0, 24, .. "ftypheic.........."u8], "picture" },
        { "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "picture" },
        { "{\\rtf1\\ansi leads}"u8.ToArray(), "text document" },
        { "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"u8.ToArray(), "open it in Excel" },
        { "{\"name\": \"Ann\"}\n{\"name\": \"Bob\"}\n"u8.ToArray(), "JSON" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "Excel" },
        { "%PDF-1.7"u8.ToArray(), "PDF" },
        { [0x89, .. "PNG\r\n"u8], "picture" },
        { [0x1F, 0x8B, 8, 0], "packed" },
        { "<!DOCTYPE html><html>"u8.ToArray(), "web page" },
        { "<?xml version=\"1.0\"?>"u8.ToArray(), "XML" },
        { "{\"leads\": [1, 2]}"u8.ToArray(), "JSON" },
        { "[{\"name\": \"Ann\"}]"u8.ToArray(), "JSON" },
        { [.. Enumerable.Range(0, 4_000).Select(value => (byte)(value * 31))], "not a text file" },
    };

    [Theory]
    [MemberData(nameof(NoCsv))]
    public void Detect_OtherFile_SaysWhatItIs(byte[] bytes, string says)
    {
        var result = CsvDialectDetector.Detect(new MemoryStream(bytes));

        Assert.IsType<FileIsNoCsv>(result.Error);
        Assert.Contains(says, result.Error.Message);
    }

    private static CsvDialect Detect(byte[] bytes)
    {
        var result = CsvDialectDetector.Detect(new MemoryStream(bytes));
        Assert.True(result.IsSuccess, result.Error?.Message);
        return result.Value;
    }
}
