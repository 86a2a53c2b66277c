using LeadStudio.Core.Conditions;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;
using LeadStudio.Core.Scoring.Suggestion;
using LeadStudio.Core.Tests.Leads.Import.Csv;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Scoring.Suggestion;

public sealed class RealDataTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Suggest_XEducation_RanksWellWithoutTheSuspects()
    {
        var data = OutcomeData.Read(CsvTestData.Path("xeducation", "leads_train.csv"), row => row["Converted"] == "1", "Converted", "Prospect ID", "Lead Number");

        var suggestion = data.Suggest();
        var card = OutcomeData.Fit(suggestion);
        var auc = data.CrossValidate();

        Print(data, suggestion, card, auc);
        Assert.Contains(suggestion.Fields, field => field is { Field: "Tags", Suspicion: not null });
        CheckCard(data, card);
        Assert.True(auc > 0.85, $"The area under the curve is {auc:0.000}.");
    }

    [SkippableFact]
    public void Suggest_XEducationWithoutWhatSalesFillIn_StillRanks() // the columns that the data's own notes call leaky
    {
        var data = OutcomeData.Read(
            CsvTestData.Path("xeducation", "leads_train.csv"),
            row => row["Converted"] == "1",
            "Converted", "Prospect ID", "Lead Number", "Tags", "Lead Quality", "Lead Profile", "Last Notable Activity",
            "Asymmetrique Activity Index", "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score");

        var auc = data.CrossValidate();

        output.WriteLine($"AUC of 2-fold cross-validation {auc:0.000}");
        Assert.True(auc > 0.85, $"The area under the curve is {auc:0.000}.");
    }

    [SkippableFact]
    public void Suggest_BankMarketing_RanksBetterThanChance()
    {
        var data = OutcomeData.Read(CsvTestData.Path("bank-marketing", "bank-full_train.csv"), row => row["y"] == "yes", "y");

        var suggestion = data.Suggest();
        var card = OutcomeData.Fit(suggestion);
        var auc = data.CrossValidate();

        Print(data, suggestion, card, auc);
        CheckCard(data, card);
        Assert.True(auc > 0.85, $"The area under the curve is {auc:0.000}.");
    }

    [SkippableFact]
    public void Suggest_Olist_SuspectsWhatIsFilledInForDealsOnly()
    {
        var (_, leadHeaders, leads) = CsvTestData.Read(CsvTestData.Path("olist-funnel", "olist_marketing_qualified_leads_train.csv"));
        var (_, dealHeaders, deals) = CsvTestData.Read(CsvTestData.Path("olist-funnel", "olist_closed_deals_train.csv"));
        var byLead = deals.ToDictionary(deal => deal[0]);
        var none = Enumerable.Repeat("", dealHeaders.Count - 1).ToArray();
        var rows = leads.Select(lead => (string[])[.. lead, .. byLead.TryGetValue(lead[0], out var deal) ? deal[1..] : none]).ToList();
        var data = OutcomeData.From([.. leadHeaders, .. dealHeaders.Skip(1)], rows, row => byLead.ContainsKey(row["mql_id"]), ["mql_id"]);

        var suggestion = data.Suggest();
        var card = OutcomeData.Fit(suggestion);

        Print(data, suggestion, card, data.CrossValidate());
        var ofDeals = dealHeaders.Skip(1).Select(header => data.Catalog.Facts.First(fact => fact.Label == header).Key).ToHashSet();
        Assert.All(suggestion.Fields.Where(field => ofDeals.Contains(field.Field)), field => Assert.NotNull(field.Suspicion));
        Assert.Contains(suggestion.Fields, field => field.Label == "won_date");
        Assert.Contains(suggestion.Fields, field => field is { Label: "origin", Suspicion: null });
        CheckCard(data, card);
    }

    private static void CheckCard(OutcomeData data, Scorecard card)
    {
        Assert.Empty(new ScorecardValidator(data.Catalog).Check(card));
        Assert.Equal(100, card.Groups.Sum(group => group.Cap));
        Assert.InRange(card.Rules().Count(), 3, 25);
        Assert.All(card.Rules(), item => Assert.InRange(item.Rule.Name.Length, 4, 90));
    }

    private void Print(OutcomeData data, ScorecardSuggestion suggestion, Scorecard card, double auc)
    {
        output.WriteLine($"AUC of 2-fold cross-validation {auc:0.000}, on all {data.Auc(card):0.000}; default card {data.Auc(DefaultScorecard.Card):0.000}; {suggestion.Won} won, {suggestion.Lost} lost");
        foreach (var field in suggestion.Fields)
        {
            output.WriteLine($"{(field.Suspicion is null ? "" : "SUSPECT ")}{field.Label} {field.Auc:0.000} {field.Suspicion}");
            foreach (var rule in field.Rules)
            {
                output.WriteLine($"      {rule.Lift:0.00} {rule.Won}/{rule.Leads} {rule.Name}");
            }
        }

        foreach (var group in card.Groups)
        {
            output.WriteLine($"{group.Name} (cap {group.Cap})");
            foreach (var rule in group.Rules)
            {
                output.WriteLine($"  {rule.Points,4} {rule.Name}   {ConditionText.Print(rule.Condition)}");
            }
        }
    }
}
