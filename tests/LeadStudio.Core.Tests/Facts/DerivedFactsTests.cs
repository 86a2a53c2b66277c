using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Tests.Facts;

public sealed class DerivedFactsTests
{
    private static readonly FieldCatalog s_fields = new(1, StandardFields.All, [.. StandardFields.Options, Country(1, "Deutschland"), Country(2, "Atlantis")]);

    [Theory]
    [InlineData("ann@example.com", "Business")]
    [InlineData("ann@gmail.com", "Free mail")]
    [InlineData("ann@mailinator.com", "Disposable")]
    [InlineData("ann..lee@example.com", "Invalid")]
    [InlineData(null, null)]
    public void Fill_Email_TellsItsKind(string? email, string? expected) => Assert.Equal(expected, Derived("emailKind", email, null, null, null));

    [Theory]
    [InlineData("+33 1 99 00 12 34", null, null, "France")]
    [InlineData("030 23125111", 1, "US", "Germany")]
    [InlineData("(212) 555-0123", 2, "US", "United States")] // the lead's country is none, so the setting counts
    [InlineData("030 23125111", null, "DE", "Germany")]
    [InlineData("030 23125111", null, null, null)]
    [InlineData("call me", 1, "DE", null)]
    public void Fill_Phone_TellsItsCountry(string phone, int? country, string? defaultRegion, string? expected) =>
        Assert.Equal(expected, Derived("phoneCountry", null, phone, country, defaultRegion));

    [Fact]
    public void Columns_DerivedFact_BringsTheFieldsItFollowsFrom()
    {
        var source = LeadFactSource.For(s_fields);

        var columns = source.Columns(new HashSet<string> { "phoneCountry" }).Select(column => column.Field.Key);

        Assert.Equal(["phone", "country"], columns);
    }

    [Fact]
    public void For_FieldOfTheSameKey_IsTheFact()
    {
        var own = new Field { Id = 100, Key = "emailKind", Label = "Email Kind", Type = FieldType.Text, Column = "t20", CreatedBy = "test" };

        var source = LeadFactSource.For(new(1, [.. StandardFields.All, own], StandardFields.Options));

        Assert.Equal("Email Kind", source.Facts.Find("emailKind")!.Label);
    }

    [Fact]
    public void Bind_RuleOverDerivedFact_Holds()
    {
        var source = LeadFactSource.For(s_fields);
        var facts = new LeadFacts(source.Facts);
        source.Fill(facts, new Dictionary<int, FieldValue> { [s_fields["email"].Id] = FieldValue.Of("ann@gmail.com") });
        var condition = new Predicate("emailKind", Operator.Is, [Operand.From("Free mail")]);

        Assert.Empty(ConditionProblems(source, condition));
        Assert.IsType<NumberTest>(new ConditionBinder(source.Facts).Bind(condition));
        Assert.Equal("Free mail", source.DerivedText(facts, "emailKind"));
    }

    private static IEnumerable<ConditionProblem> ConditionProblems(LeadFactSource source, Condition condition) => new ConditionValidator(source.Facts).Check(condition);

    private static string? Derived(string key, string? email, string? phone, int? country, string? defaultRegion)
    {
        var source = LeadFactSource.For(new(1, s_fields.Fields, s_fields.Fields.SelectMany(s_fields.OptionsOf)) { DefaultRegion = defaultRegion });
        var facts = new LeadFacts(source.Facts);
        var profile = new Dictionary<int, FieldValue>
        {
            [s_fields["email"].Id] = FieldValue.Of(email),
            [s_fields["phone"].Id] = FieldValue.Of(phone),
            [s_fields["country"].Id] = FieldValue.Of(country ?? double.NaN),
        };
        source.Fill(facts, profile);
        return source.DerivedText(facts, key);
    }

    private static FieldOption Country(int code, string label) => new() { FieldId = 9, Code = code, Label = label, Folded = Folding.Fold(label) };
}
