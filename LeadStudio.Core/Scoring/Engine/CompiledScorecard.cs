using LeadStudio.Core.Facts;
using LeadStudio.Core.Facts.Binding;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>A scorecard made ready to score one lead at a time. Thread-safe; make it once for each version and catalog, never per lead.</summary>
public sealed class CompiledScorecard
{
    private readonly RuleWord[] _words;
    private readonly TimeWindows _windows;
    private readonly PointTable _points;

    private CompiledScorecard(Scorecard card, FactCatalog catalog)
    {
        var rules = BindRules(card, catalog);
        Card = card;
        Catalog = catalog;
        _words = [.. rules.Chunk(64).Select(RuleWordCompiler.Compile)];
        _windows = new TimeWindows(rules);
        _points = new PointTable(card);
    }

    /// <summary>Gets the scorecard.</summary>
    public Scorecard Card { get; }

    /// <summary>Gets the facts that it was compiled for.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>Compiles a scorecard.</summary>
    /// <param name="card">A scorecard without errors; see <see cref="ScorecardValidator"/>.</param>
    /// <param name="catalog">The facts.</param>
    /// <returns>The compiled scorecard.</returns>
    /// <exception cref="ArgumentException">The scorecard has too many groups or rules, or points or caps out of range.</exception>
    public static CompiledScorecard Compile(Scorecard card, FactCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        return new CompiledScorecard(card, catalog);
    }

    /// <summary>Gets the words of a rule mask.</summary>
    internal int MaskWords => _words.Length;

    /// <summary>Scores a lead without allocating.</summary>
    /// <param name="facts">The lead's facts, of the same catalog.</param>
    /// <param name="asOf">The instant of the score, in UTC microseconds.</param>
    /// <param name="result">Takes the score; made for this scorecard. What it held is forgotten.</param>
    /// <exception cref="ArgumentException">The result was made for another scorecard.</exception>
    public void Score(LeadFacts facts, long asOf, LeadScore result)
    {
        if (result.Owner != this)
        {
            throw new ArgumentException("The result was made for another scorecard.", nameof(result));
        }

        var (texts, numbers, rules, words) = (facts.TextArray, facts.NumberArray, _words, result.WordCells);
        for (var word = 0; word < rules.Length; word++)
        {
            words[word] = rules[word](texts, numbers, asOf);
        }

        _points.Fill(result);
    }

    /// <summary>Scores one of a few leads.</summary>
    /// <param name="facts">The lead's facts, of the same catalog.</param>
    /// <param name="asOf">The instant of the score, in UTC microseconds.</param>
    /// <returns>The score.</returns>
    public LeadScore Score(LeadFacts facts, long asOf)
    {
        var result = new LeadScore(this);
        Score(facts, asOf, result);
        return result;
    }

    /// <summary>Gives the score back that a stored rule mask stands for.</summary>
    /// <param name="mask">The rules that held, by this scorecard.</param>
    /// <returns>The score.</returns>
    public LeadScore Score(RuleMask mask)
    {
        var result = new LeadScore(this);
        mask.Words.TrimEnd(0UL).CopyTo(result.WordCells);
        _points.Fill(result);
        return result;
    }

    /// <summary>Says when a rule of this lead next changes by itself because time passes; until then the score stays as it is.</summary>
    /// <param name="facts">The lead's facts.</param>
    /// <param name="asOf">The instant from which to look ahead, in UTC microseconds.</param>
    /// <returns>The first such instant in UTC microseconds, or <see langword="null"/> if there is none.</returns>
    public long? NextChange(LeadFacts facts, long asOf)
    {
        var next = double.PositiveInfinity;
        foreach (var test in _windows.Tests)
        {
            next = Math.Min(next, test.NextChange(facts.NumberArray[test.Slot], asOf));
        }

        return double.IsPositiveInfinity(next) ? null : (long)next;
    }

    internal static BoundCondition[] BindRules(Scorecard card, FactCatalog catalog)
    {
        var rules = card.Rules().ToArray();
        if (rules.Length > ScorecardLimits.Rules || card.Groups.Count > ScorecardLimits.Groups
            || card.Groups.Any(group => group.Cap is < 1 or > ScorecardLimits.Score)
            || rules.Any(item => item.Rule.Points is < -ScorecardLimits.RulePoints or > ScorecardLimits.RulePoints))
        {
            throw new ArgumentException("The scorecard has errors; check it with ScorecardValidator first.", nameof(card));
        }

        var binder = new ConditionBinder(catalog);
        return [.. rules.Select(item => binder.Bind(item.Rule.Condition))];
    }
}
