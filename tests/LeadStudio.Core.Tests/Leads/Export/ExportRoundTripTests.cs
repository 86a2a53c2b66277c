using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Export;

public sealed class ExportRoundTripTests
{
    private static readonly string[] s_labels = ["A", "B", "A, B", "Ärzte; Kliniken", "=SUM(A1)", "x|y", "-"];
    private static readonly FieldCatalog s_catalog = Catalog();

    private static readonly string[] s_keys =
    [
        StandardFields.Email, StandardFields.ExternalId, StandardFields.Title, StandardFields.Phone, StandardFields.Employees, StandardFields.OutcomeValue,
        StandardFields.LastSeenAt, StandardFields.CreatedAt, StandardFields.Industry, StandardFields.Tags, "newsletter",
    ];

    [Property(MaxTest = 500)]
    public Property Import_OfAnyExport_ReadsTheSameValues() => Prop.ForAll(Rows().ToArbitrary(), rows =>
    {
        var fields = s_keys.Select(key => s_catalog[key]).ToList();
        using var file = new MemoryStream();
        var writer = new CsvWriter(file, CsvOwnFile.Dialect, guardFormulas: true);
        writer.Write([CsvOwnFile.Score, CsvOwnFile.Band, .. fields.Select(field => field.Label)]);
        foreach (var row in rows)
        {
            writer.Write(["50", "B2", .. fields.Zip(row, (field, value) => ExportCells.Text(s_catalog, field, value))]);
        }

        file.Position = 0;
        var dialect = CsvDialectDetector.Detect(file).Value!;
        var analysis = ImportAnalyzer.Analyze(file, dialect, new(s_catalog, CompanyFields.Standard), about: null, 1_000, CancellationToken.None).Value!;
        file.Position = 0;
        var converter = new RowConverter(analysis.Mapping, s_catalog);
        var reader = CsvReader.Open(file, dialect, CsvRowRepair.Learn(file, dialect));

        foreach (var expected in rows)
        {
            Assert.True(reader.Read());
            Assert.Null(converter.Convert(reader, out var read));
            Assert.Equal(fields.Select(field => field.Key), converter.Fields.Select(field => field.Key));
            Assert.Equal(expected.Select(Trimmed), read!.Values);
        }

        Assert.False(reader.Read());
    });

    // No file keeps the spaces around a text.
    private static FieldValue Trimmed(FieldValue value) => value.Text is null ? value : FieldValue.Of(value.Text.Trim());

    private static Gen<FieldValue[][]> Rows()
    {
        var text = Gen.Elements("a", "Ö", "=", "+", "-", "@", "\t", "\r", "\n", "'", "\"", ",", ";", " ", "1", "日", "😀", ".5", "true", "n/a").NonEmptyListOf().Select(parts => FieldValue.Of(string.Concat(parts)));
        var number = Gen.OneOf(
            Gen.Choose(-1_000_000, 1_000_000).Select(n => FieldValue.Of(n)),
            Gen.Choose(-1_000_000_000, 1_000_000_000).Select(n => FieldValue.Of(n / 1e6)),
            Gen.Elements(0.1, -0.000001, 1.234, 12.345, 1e14, -999999.999, 0).Select(FieldValue.Of));
        var date = from seconds in Gen.Choose(0, 2_000_000_000)
                   from micros in Gen.Elements(0L, 1, 123_456, 999_999)
                   from isDay in Gen.Elements(true, false)
                   select FieldValue.Of(isDay ? seconds * 1_000_000L / UtcMicroseconds.PerDay * UtcMicroseconds.PerDay : (seconds * 1_000_000L) + micros);
        var choice = Gen.Elements(Codes(StandardFields.Industry)).Select(code => FieldValue.Of(code));
        var tags = Gen.Elements(Codes(StandardFields.Tags)).NonEmptyListOf().Select(codes => FieldValue.OfCodes(codes));
        Gen<FieldValue> OrEmpty(Gen<FieldValue> values) => Gen.Frequency((4, values), (1, Gen.Constant(FieldValue.Empty)));
        var row = from email in Gen.Choose(1, 1_000_000)
                  from external in OrEmpty(text)
                  from title in OrEmpty(text)
                  from phone in Gen.Elements("+49 30 123456", "-5", "(030) 12", "")
                  from employees in OrEmpty(number)
                  from worth in OrEmpty(number)
                  from seen in OrEmpty(date)
                  from created in OrEmpty(date)
                  from industry in OrEmpty(choice)
                  from tag in OrEmpty(tags)
                  from letter in OrEmpty(Gen.Elements(true, false).Select(FieldValue.Of))
                  select new[] { FieldValue.Of($"p{email}@example.com"), external, title, FieldValue.Of(phone), employees, worth, seen, created, industry, tag, letter };
        return row.NonEmptyListOf().Select(rows => rows.ToArray());
    }

    private static int[] Codes(string key) => [.. s_catalog.OptionsOf(s_catalog[key]).Select(option => option.Code)];

    private static FieldCatalog Catalog()
    {
        var letter = new Field { Id = 100, Key = "newsletter", Label = "Newsletter", Type = FieldType.Boolean, Column = "n5", CreatedBy = "Ada" };
        IEnumerable<FieldOption> Options(int field) => s_labels.Select((label, index) => new FieldOption { FieldId = field, Code = 10 + index, Label = label, Folded = Folding.Fold(label) });
        return new FieldCatalog(1, [.. StandardFields.All, letter], [.. StandardFields.Options, .. Options(11), .. Options(17)]);
    }
}
