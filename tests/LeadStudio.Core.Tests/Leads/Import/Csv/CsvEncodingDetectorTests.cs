using System.Text;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class CsvEncodingDetectorTests
{
    private const string German = "Müller,Köln,Straße\nJäger,Zürich,Höhe\n";
    private const string French = "Élodie,Orléans,été\nFrançois,Nîmes,forêt à côté\n";
    private const string Danish = "Søren,Århus,Ærø\nBjørn,København,blåbær\n";
    private const string ManyCountries = "José,São Paulo,8 €\nZoë,Zürich,’s\nSøren,Málaga,£ 5\n";
    private const string Polish = "Łukasz,Łódź,książka\nMałgorzata,Gdańsk,życie\n";
    private const string Czech = "Jiří,Plzeň,žluťoučký kůň\nTomáš,Děčín,příliš\n";
    private const string Hungarian = "Győző,Székesfehérvár,tűzoltó\nÁrpád,Győr,erdő\n";
    private const string Russian = "Иван,Москва,новый клиент\nОльга,Тверь,не звонить\n";
    private const string Greek = "Γιώργος,Αθήνα,πελάτης\nΜαρία,Θεσσαλονίκη,νέα\n";
    private const string Turkish = "Gülşen,İzmir,müşteri\nÇağrı,Iğdır,görüşme\n";
    private const string Japanese = "田中,東京都,お客様です\n鈴木,大阪市,カタログを送る\n";
    private const string Chinese = "王伟,北京市,新的客户\n李娜,上海市,请打电话\n";
    private const string Korean = "김민수,서울특별시,새로운 고객\n이영희,부산광역시,전화 요망\n";

    [Theory]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", Danish)]
    [InlineData("windows-1252", ManyCountries)]
    [InlineData("windows-1250", Polish)]
    [InlineData("windows-1250", Czech)]
    [InlineData("windows-1250", Hungarian)]
    [InlineData("iso-8859-2", Polish)]
    [InlineData("iso-8859-2", Czech)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("windows-1253", Greek)]
    [InlineData("windows-1254", Turkish)]
    [InlineData("macintosh", German)]
    [InlineData("macintosh", French)]
    [InlineData("ibm850", German)]
    [InlineData("ibm437", German)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("ks_c_5601-1987", Korean)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Japanese)]
    [InlineData("utf-32", Czech)]
    [InlineData("utf-32BE", Chinese)]
    [InlineData("utf-8", Korean)]
    public void Detect_TextOfALanguage_IsReadBack(string encoding, string text)
    {
        var bytes = CsvEncodings.Get(encoding).GetBytes("name,city,note\n" + text);

        var (name, hasBom) = CsvEncodingDetector.Detect(bytes);

        Assert.False(hasBom);
        Assert.Equal("name,city,note\n" + text, CsvEncodings.Get(name).GetString(bytes));
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    [InlineData("utf-16")]
    public void Detect_ByteOrderMark_NamesTheEncoding(string encoding)
    {
        byte[] bytes = [.. CsvEncodings.Get(encoding).Preamble, .. CsvEncodings.Get(encoding).GetBytes("a,b\n")];

        Assert.Equal((encoding, true), CsvEncodingDetector.Detect(bytes));
    }

    [Fact]
    public void Detect_FewForeignLetters_StaysWindows1252() => // Three letters prove no language.
        Assert.Equal("windows-1252", CsvEncodingDetector.Detect(Encoding.Latin1.GetBytes("name\nCafé\n")).Name);
}
