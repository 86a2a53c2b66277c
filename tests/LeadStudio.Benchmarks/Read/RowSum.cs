using System.Runtime.InteropServices;

namespace LeadStudio.Benchmarks.Read;

/// <summary>What the rows of a file add up to, so that both readers can be seen to read the same.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct RowSum
{
    private long _rows;
    private long _characters;
    private long _seconds;
    private double _numbers;

    public readonly long Rows => _rows;

    public void Add(LeadRow row)
    {
        _rows++;
        _characters += row.FirstName.Length + row.LastName.Length + row.Email.Length + row.Company.Length + row.Title.Length + row.Phone.Length
            + row.Country.Length + row.City.Length + row.Industry.Length + row.Source.Length + row.Notes.Length;
        _seconds += row.CreatedAt.ToUnixTimeSeconds();
        _numbers += row.Id + (row.Employees ?? 0) + (row.AnnualRevenue ?? 0);
    }
}
