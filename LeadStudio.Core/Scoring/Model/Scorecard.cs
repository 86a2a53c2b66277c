using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;

namespace LeadStudio.Core.Scoring.Model;

/// <summary>How leads are scored: the sum of the groups' parts, 0 to 100 points. Pure data, compared by value.</summary>
/// <param name="Groups">The groups, in the order in which people see them; their caps sum to 100.</param>
/// <param name="Bands">Where the bands A1 to C3 are cut.</param>
public sealed record Scorecard(ValueList<RuleGroup> Groups, BandCuts Bands)
{
    /// <summary>Lists all rules in the order of the groups; a rule's place here is its bit in a rule mask.</summary>
    /// <returns>The rules with the index of their group.</returns>
    public IEnumerable<(int Group, Rule Rule)> Rules() => Groups.SelectMany((group, index) => group.Rules.Select(rule => (index, rule)));
}

/// <summary>Rules that share a cap. The group's part of the score is the sum of the points of the rules that hold, held within 0 and the cap.</summary>
/// <param name="Key">The key that other data name it by; unique in the scorecard.</param>
/// <param name="Name">The name that people read; unique in the scorecard.</param>
/// <param name="Axis">What the group tells about a lead.</param>
/// <param name="Cap">The most points that it can give, 1 to 100.</param>
/// <param name="Rules">The rules.</param>
public sealed record RuleGroup(string Key, string Name, Axis Axis, int Cap, ValueList<Rule> Rules);

/// <summary>Points for the leads that meet a condition.</summary>
/// <param name="Key">The key that other data name it by; unique in the scorecard.</param>
/// <param name="Name">The name that people read; unique in the scorecard.</param>
/// <param name="Condition">Which leads get the points.</param>
/// <param name="Points">Whole points, -100 to 100 and not 0.</param>
public sealed record Rule(string Key, string Name, Condition Condition, int Points);

/// <summary>What a group tells about a lead.</summary>
public enum Axis
{
    /// <summary>Neither; the group counts for the score alone.</summary>
    None,

    /// <summary>How well the lead fits what is sold: the letter of the band.</summary>
    Fit,

    /// <summary>How much the lead shows interest: the digit of the band.</summary>
    Engagement,
}

/// <summary>Where the bands are cut: the least percentage of the caps of an axis' groups. An axis that no group names is cut on the score.</summary>
/// <param name="FitA">For the letter A, in percent, 1 to 100.</param>
/// <param name="FitB">For the letter B, in percent, 1 to <paramref name="FitA"/>; less is C.</param>
/// <param name="Engagement1">For the digit 1, in percent, 1 to 100.</param>
/// <param name="Engagement2">For the digit 2, in percent, 1 to <paramref name="Engagement1"/>; less is 3.</param>
public sealed record BandCuts(int FitA, int FitB, int Engagement1, int Engagement2)
{
    /// <summary>Gets the cuts of a fresh scorecard: two thirds and one third.</summary>
    public static BandCuts Default { get; } = new(67, 34, 67, 34);
}
