using CsvHelper;

namespace LeadStudio.Benchmarks.Read;

/// <summary>A row of <see cref="Import.LeadsFile"/> as values, the same for both readers.</summary>
[CsvRecord]
internal sealed partial class LeadRow
{
    [CsvColumn("id")]
    public long Id { get; set; }

    [CsvColumn("first_name")]
    public string FirstName { get; set; } = "";

    [CsvColumn("last_name")]
    public string LastName { get; set; } = "";

    [CsvColumn("email")]
    public string Email { get; set; } = "";

    [CsvColumn("company")]
    public string Company { get; set; } = "";

    [CsvColumn("title")]
    public string Title { get; set; } = "";

    [CsvColumn("phone")]
    public string Phone { get; set; } = "";

    [CsvColumn("country")]
    public string Country { get; set; } = "";

    [CsvColumn("city")]
    public string City { get; set; } = "";

    [CsvColumn("industry")]
    public string Industry { get; set; } = "";

    [CsvColumn("employees")]
    public double? Employees { get; set; }

    [CsvColumn("annual_revenue")]
    public double? AnnualRevenue { get; set; }

    [CsvColumn("source")]
    public string Source { get; set; } = "";

    [CsvColumn("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [CsvColumn("notes")]
    public string Notes { get; set; } = "";
}
