namespace LeadStudio.Core.Scoring.Model;

/// <summary>How large a scorecard may be.</summary>
public static class ScorecardLimits
{
    /// <summary>The most rules in all groups together.</summary>
    public const int Rules = 2000;

    /// <summary>The most groups: the caps sum to 100 points, and each is 1 at least.</summary>
    public const int Groups = 100;

    /// <summary>The most points that a rule gives or takes.</summary>
    public const int RulePoints = 100;

    /// <summary>The sum of all caps, in points: the highest score.</summary>
    public const int Score = 100;

    /// <summary>The most characters of a name.</summary>
    public const int NameLength = 100;

    /// <summary>The most characters of a key.</summary>
    public const int KeyLength = 64;
}
