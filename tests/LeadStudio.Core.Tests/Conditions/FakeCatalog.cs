using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;

namespace LeadStudio.Core.Tests.Conditions;

/// <summary>A few fields of every type.</summary>
internal static class FakeCatalog
{
    public static FactCatalog Instance { get; } = FactCatalog.For(
    [
        new("title", "Title", ColumnType.Text, []),
        new("email", "E-mail", ColumnType.Text, []),
        new("employees", "Employees", ColumnType.Number, []),
        new("revenue", "Revenue", ColumnType.Number, []),
        new("unsubscribed", "Unsubscribed", ColumnType.Boolean, []),
        new("lastSeenAt", "Last seen", ColumnType.Date, []),
        new("demoAt", "Demo", ColumnType.Date, []),
        new("country", "Country", ColumnType.Choice, [new(1, "Germany"), new(2, "France"), new(3, "Österreich"), new(70, "Great Britain")]),
        new("interests", "Interests", ColumnType.MultiChoice, [new(1, "Sport"), new(2, "Music"), new(11, "Art")]),
    ]);
}
