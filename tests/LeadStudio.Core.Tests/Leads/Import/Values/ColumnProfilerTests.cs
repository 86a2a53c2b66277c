using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Leads.Import.Values;
using LeadStudio.Core.Tests.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Values;

public sealed class ColumnProfilerTests
{
    [Theory]
    [InlineData("01/02/2020 26/02/2020", DateOrderEvidence.DayFirst, DateOrder.DayFirst)]
    [InlineData("01/02/2020 02/26/2020", DateOrderEvidence.MonthFirst, DateOrder.MonthFirst)]
    [InlineData("01/02/2020 02/03/2020", DateOrderEvidence.Ambiguous, DateOrder.DayFirst)]
    [InlineData("2020-02-01 2020-02-26", DateOrderEvidence.NotNeeded, DateOrder.DayFirst)]
    [InlineData("26/02/2020 02/26/2020 02/27/2020", DateOrderEvidence.Contradictory, DateOrder.MonthFirst)]
    public void Build_Dates_SaysTheirOrder(string dates, DateOrderEvidence evidence, DateOrder order)
    {
        var profile = Profile(dates.Split(' '));

        Assert.Equal((evidence, order), (profile.DateOrderEvidence, profile.DateOrder));
    }

    [Theory]
    [InlineData("1 2 3", ValueKind.Number)]
    [InlineData("0 1 0 1", ValueKind.Boolean)]
    [InlineData("Yes No", ValueKind.Boolean)]
    [InlineData("08123 10115", ValueKind.Text)]
    [InlineData("2020-01-01 2021-01-01", ValueKind.Instant)]
    [InlineData("Ann Bob", ValueKind.Text)]
    [InlineData("Select N/A", ValueKind.Nothing)]
    public void Build_Values_SaysTheirKind(string values, ValueKind kind) => Assert.Equal(kind, Profile(values.Split(' ')).Kind);

    [Theory]
    [InlineData("1,5 2,25", DecimalMark.Comma)]
    [InlineData("1.5 2.25", DecimalMark.Point)]
    [InlineData("1,234 2,345", DecimalMark.Point)]
    [InlineData("1.234,50 1.234", DecimalMark.Comma)]
    public void Build_Numbers_SaysTheirMark(string values, DecimalMark mark) => Assert.Equal(mark, Profile(values.Split(' ')).DecimalMark);

    [Fact]
    public void Build_Values_CountsThem()
    {
        var profile = Profile("red", "", "blue", "red", "  ");

        Assert.Equal((5, 0.4, 2, 4), (profile.Count, profile.EmptyShare, profile.Values.Count, profile.MaxLength));
        Assert.Equal(2, profile.Values["red"]);
    }

    [Fact]
    public void Build_GivenMissingValues_ReplaceTheLikelyOnes()
    {
        var profiler = new ColumnProfiler(new MissingValues(["unknown"]));
        profiler.Add("Unknown");
        profiler.Add("Select");

        var profile = profiler.Build();

        Assert.Equal(0.5, profile.EmptyShare);
        Assert.Equal(["Select"], profile.LikelyMissing);
    }

    [SkippableTheory]
    [InlineData("xeducation/leads_train.csv", "Converted", ValueKind.Boolean)]
    [InlineData("xeducation/leads_train.csv", "Do Not Email", ValueKind.Boolean)]
    [InlineData("xeducation/leads_train.csv", "TotalVisits", ValueKind.Number)]
    [InlineData("xeducation/leads_train.csv", "Lead Source", ValueKind.Text)]
    [InlineData("csv-import/crm/zoho_leads.csv", "Created Time", ValueKind.Instant)]
    [InlineData("csv-import/crm/zoho_leads.csv", "CONVERTED", ValueKind.Boolean)]
    [InlineData("csv-import/crm/zoho_campaigns.csv", "Expected Revenue", ValueKind.Number)]
    [InlineData("csv-import/crm/hubspot_contacts.csv", "Create Date", ValueKind.Instant)]
    [InlineData("csv-import/crm/hubspot_contacts.csv", "Phone Number", ValueKind.Text)]
    [InlineData("csv-import/crm/olist_deals_bom_semicolon.csv", "won_date", ValueKind.Instant)]
    [InlineData("csv-import/crm/olist_leads_dmy_dates.csv", "first_contact_date", ValueKind.Instant)]
    public void Build_RealColumn_SaysItsKind(string file, string column, ValueKind kind)
    {
        var profile = ProfileOf(file, column);

        Assert.Equal(kind, profile.Kind);
        Assert.Equal(file.Contains("dmy") ? DateOrderEvidence.DayFirst : DateOrderEvidence.NotNeeded, profile.DateOrderEvidence);
    }

    [SkippableFact]
    public void Build_XEducationSpecialization_TakesSelectForMissing() =>
        Assert.Equal(["Select"], ProfileOf("xeducation/leads_train.csv", "Specialization").LikelyMissing);

    private static ColumnProfile ProfileOf(string file, string column)
    {
        using var stream = File.OpenRead(CsvTestData.Path(file.Split('/')));
        var reader = CsvReader.Open(stream, CsvDialectDetector.Detect(stream).Value!);
        var index = reader.Headers.ToList().IndexOf(column);
        var profiler = new ColumnProfiler();
        while (reader.Read())
        {
            profiler.Add(reader[index]);
        }

        return profiler.Build();
    }

    private static ColumnProfile Profile(params IEnumerable<string> values)
    {
        var profiler = new ColumnProfiler();
        foreach (var value in values)
        {
            profiler.Add(value);
        }

        return profiler.Build();
    }
}
