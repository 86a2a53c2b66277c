using LeadStudio.Core.Facts.Binding;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>The tests of a scorecard whose answer changes by itself as time passes, each once.</summary>
internal sealed class TimeWindows
{
    public TimeWindows(IEnumerable<BoundCondition> rules) => Tests = [.. rules.SelectMany(Find).Distinct()];

    public NumberTest[] Tests { get; }

    private static IEnumerable<NumberTest> Find(BoundCondition condition) => condition switch
    {
        // Inside and outside change at the same instants.
        NumberTest { Moves: true } test => [test with { Outside = false }],
        BoundNot not => Find(not.Item),
        BoundAll all => all.Items.SelectMany(Find),
        BoundAny any => any.Items.SelectMany(Find),
        _ => [],
    };
}
