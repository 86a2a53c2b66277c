namespace LeadStudio.Core.Leads.Identity;

/// <summary>What is to be said of the text of an e-mail address; the worst counts.</summary>
/// <remarks>Diagnoses and numbers of isemail 3.04 by D. Sayers, after RFC 5321 and RFC 5322.</remarks>
public enum EmailDiagnosis
{
    /// <summary>An address that mail can be sent to, as far as its text tells.</summary>
    Valid = 0,

    /// <summary>The domain has no mail server; told only where the name system was asked.</summary>
    NoMailServer = 5,

    /// <summary>There is no such domain: its top level does not exist.</summary>
    NoSuchDomain = 6,

    /// <summary>The domain is a top level by itself.</summary>
    TopLevelOnly = 9,

    /// <summary>The top level begins with a digit.</summary>
    NumericTopLevel = 10,

    /// <summary>The local part is in quotes.</summary>
    QuotedString = 11,

    /// <summary>The domain is an IP address.</summary>
    AddressLiteral = 12,

    /// <summary>The domain is an IPv6 address in which :: stands for one group.</summary>
    ShortIpv6 = 13,

    /// <summary>It has a comment.</summary>
    Comment = 17,

    /// <summary>It has folding white space.</summary>
    FoldingSpace = 18,

    /// <summary>The local part mixes quotes and words.</summary>
    DeprecatedLocalPart = 33,

    /// <summary>It has white space in a place that is deprecated.</summary>
    DeprecatedSpace = 34,

    /// <summary>A quoted text has a control character.</summary>
    DeprecatedQuotedText = 35,

    /// <summary>A backslash stands before a control character.</summary>
    DeprecatedQuotedPair = 36,

    /// <summary>It has a comment in a place that is deprecated.</summary>
    DeprecatedComment = 37,

    /// <summary>A comment has a control character.</summary>
    DeprecatedCommentText = 38,

    /// <summary>It has white space or a comment beside the @.</summary>
    DeprecatedNearAt = 49,

    /// <summary>The domain has a character that host names do not have.</summary>
    DomainCharacter = 65,

    /// <summary>It is longer than 254 characters.</summary>
    TooLong = 66,

    /// <summary>The local part is longer than 64 characters.</summary>
    LocalTooLong = 67,

    /// <summary>The domain is longer than 255 characters.</summary>
    DomainTooLong = 68,

    /// <summary>A part of the domain is longer than 63 characters.</summary>
    LabelTooLong = 69,

    /// <summary>The domain is in brackets and is no IP address.</summary>
    DomainLiteral = 70,

    /// <summary>The text in brackets has a control character or a backslash.</summary>
    ObsoleteLiteralText = 71,

    /// <summary>The IPv6 address has too many or too few groups.</summary>
    Ipv6GroupCount = 72,

    /// <summary>The IPv6 address has :: twice.</summary>
    Ipv6TwoGaps = 73,

    /// <summary>The IPv6 address has a group that is no number.</summary>
    Ipv6Character = 74,

    /// <summary>The IPv6 address has too many groups beside ::.</summary>
    Ipv6TooManyGroups = 75,

    /// <summary>The IPv6 address begins with one colon.</summary>
    Ipv6ColonStart = 76,

    /// <summary>The IPv6 address ends with one colon.</summary>
    Ipv6ColonEnd = 77,

    /// <summary>The text in brackets has a character that cannot be there.</summary>
    ExpectingLiteralText = 129,

    /// <summary>Nothing stands before the @.</summary>
    NoLocalPart = 130,

    /// <summary>There is no domain.</summary>
    NoDomain = 131,

    /// <summary>Two dots follow each other.</summary>
    ConsecutiveDots = 132,

    /// <summary>A word goes on after white space or a comment.</summary>
    TextAfterSpace = 133,

    /// <summary>A word follows a quoted text.</summary>
    TextAfterQuotes = 134,

    /// <summary>A word follows the brackets.</summary>
    TextAfterLiteral = 135,

    /// <summary>A backslash stands before a character that cannot follow it.</summary>
    ExpectingQuotedPair = 136,

    /// <summary>A character stands where it cannot be.</summary>
    ExpectingAtom = 137,

    /// <summary>A quoted text has a character that cannot be there.</summary>
    ExpectingQuotedText = 138,

    /// <summary>A comment has a character that cannot be there.</summary>
    ExpectingCommentText = 139,

    /// <summary>It ends with a backslash.</summary>
    BackslashAtEnd = 140,

    /// <summary>A part begins with a dot.</summary>
    DotAtStart = 141,

    /// <summary>A part ends with a dot.</summary>
    DotAtEnd = 142,

    /// <summary>A part of the domain begins with a hyphen.</summary>
    HyphenAtStart = 143,

    /// <summary>A part of the domain ends with a hyphen.</summary>
    HyphenAtEnd = 144,

    /// <summary>A quote is not closed.</summary>
    UnclosedQuotes = 145,

    /// <summary>A comment is not closed.</summary>
    UnclosedComment = 146,

    /// <summary>A bracket is not closed.</summary>
    UnclosedLiteral = 147,

    /// <summary>Two line breaks follow each other.</summary>
    TwoLineBreaks = 148,

    /// <summary>It ends with a line break.</summary>
    LineBreakAtEnd = 149,

    /// <summary>A carriage return has no line feed.</summary>
    LoneCarriageReturn = 150,
}
