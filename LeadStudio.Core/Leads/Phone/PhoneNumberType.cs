namespace LeadStudio.Core.Leads.Phone;

/// <summary>What a phone number is for.</summary>
public enum PhoneNumberType
{
    /// <summary>No number of the region looks like this.</summary>
    Unknown,

    /// <summary>A line in a building.</summary>
    FixedLine,

    /// <summary>A mobile phone.</summary>
    Mobile,

    /// <summary>Either: the region's numbers do not tell.</summary>
    FixedLineOrMobile,

    /// <summary>Free for the caller.</summary>
    TollFree,

    /// <summary>Dear for the caller.</summary>
    PremiumRate,

    /// <summary>Paid by both.</summary>
    SharedCost,

    /// <summary>Reached over the internet.</summary>
    Voip,

    /// <summary>Follows a person from place to place.</summary>
    PersonalNumber,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>A company's one number for all its places.</summary>
    CompanyWide,

    /// <summary>A mail box for voice.</summary>
    Voicemail,
}
