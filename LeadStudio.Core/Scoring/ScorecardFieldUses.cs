using System.Text.RegularExpressions;
using LeadStudio.Core.Facts;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring;

/// <summary>Names the rules that a change of the fields would break.</summary>
internal sealed partial class ScorecardFieldUses(IScorecards scorecards, IFactSources facts) : IFieldUses
{
    public async Task<IReadOnlyList<FieldUse>> BrokenByAsync(FieldCatalog after, CancellationToken cancellationToken = default)
    {
        var today = new ScorecardValidator((await facts.GetAsync(cancellationToken)).Facts);
        var then = new ScorecardValidator(LeadFactSource.For(after).Facts);
        var published = (await scorecards.GetPublishedAsync(cancellationToken)).Card;
        var draft = await scorecards.GetDraftAsync(cancellationToken);
        return
        [
            .. Broken(published, today, then).Select(name => new FieldUse($"rule \"{name}\" of the published scorecard", Blocks: true)),
            .. draft is null ? [] : Broken(draft.Card, today, then).Select(name => new FieldUse($"rule \"{name}\" of the draft", Blocks: false)),
        ];
    }

    private static IEnumerable<string> Broken(Scorecard card, ScorecardValidator today, ScorecardValidator then)
    {
        var known = today.Check(card).Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        return then.Check(card)
            .Where(problem => !known.Contains(problem.Path))
            .Select(problem => RulePath().Match(problem.Path))
            .Where(match => match.Success)
            .Select(match => card.Groups[int.Parse(match.Groups["group"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)]
                .Rules[int.Parse(match.Groups["rule"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)].Name)
            .Distinct();
    }

    [GeneratedRegex(@"^groups\[(?<group>\d+)\]\.rules\[(?<rule>\d+)\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RulePath();
}
