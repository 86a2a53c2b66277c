using System.Text;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+A1", "'-2+A1")]
    [InlineData("+1 (555) 010-020", "+1 (555) 010-020")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("a=b", "a=b")]
    public void Write_Guarded_DisarmsFormulasOnly(string cell, string expected)
    {
        using var stream = new MemoryStream();

        new CsvWriter(stream, new CsvDialect { NewLine = "\n" }, guardFormulas: true).Write(cell, null);

        Assert.Equal(expected + ",\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
