namespace LeadStudio.Core.Conditions;

/// <summary>How a predicate compares its field. Texts compare folded, so without regard to case and accents.</summary>
public enum Operator
{
    /// <summary>Equals the value; a date without a time stands for its whole day: of the user's zone in a list, in UTC in a rule.</summary>
    Is,

    /// <summary>Has a value and it is another one.</summary>
    IsNot,

    /// <summary>Equals one of the values.</summary>
    IsOneOf,

    /// <summary>Has a value and it is none of these.</summary>
    IsNoneOf,

    /// <summary>Holds the value anywhere in its text.</summary>
    Contains,

    /// <summary>Has a text and the value is nowhere in it.</summary>
    DoesNotContain,

    /// <summary>Holds the value as a word of its own: with no letter or digit right before or after it.</summary>
    HasWord,

    /// <summary>Begins with the value.</summary>
    StartsWith,

    /// <summary>Ends with the value.</summary>
    EndsWith,

    /// <summary>Is an e-mail address, URL or host at the domain or at a sub-domain of it.</summary>
    MatchesDomain,

    /// <summary>Is more than the number.</summary>
    GreaterThan,

    /// <summary>Is the number or more.</summary>
    AtLeast,

    /// <summary>Is less than the number.</summary>
    LessThan,

    /// <summary>Is the number or less.</summary>
    AtMost,

    /// <summary>Lies between the two values, both included; a date without a time includes its whole day.</summary>
    Between,

    /// <summary>Lies before the instant, or before the whole day.</summary>
    Before,

    /// <summary>Lies after the instant, or after the whole day.</summary>
    After,

    /// <summary>At most that many days (of 86,400 s) have passed since; an instant to come counts too.</summary>
    InLastDays,

    /// <summary>More than that many days have passed since.</summary>
    NotInLastDays,

    /// <summary>Lies now or at most that many days ahead.</summary>
    InNextDays,

    /// <summary>Has no value.</summary>
    IsEmpty,

    /// <summary>Has any value.</summary>
    IsNotEmpty,

    /// <summary>Has at least one of the options.</summary>
    HasAnyOf,

    /// <summary>Has every one of the options.</summary>
    HasAllOf,
}
