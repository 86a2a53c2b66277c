namespace LeadStudio.Core.Leads.Phone;

/// <summary>Why a text is no phone number; the codes are those of libphonenumber.</summary>
public enum PhoneProblem
{
    /// <summary>Its country is unknown, or there is no such calling code.</summary>
    InvalidCountryCode = 0,

    /// <summary>It does not look like a number.</summary>
    NotANumber = 1,

    /// <summary>Next to nothing follows the prefix for calls abroad.</summary>
    TooShortAfterPrefix = 2,

    /// <summary>It has fewer than two digits.</summary>
    TooShort = 3,

    /// <summary>It has more digits than any number.</summary>
    TooLong = 4,
}
