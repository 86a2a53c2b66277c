namespace LeadStudio.Core.Leads.Phone;

/// <summary>For whom a phone number is written.</summary>
public enum PhoneStyle
{
    /// <summary>For callers from anywhere: <c>+49 30 12345678</c>.</summary>
    International,

    /// <summary>For callers inside its country: <c>030 12345678</c>.</summary>
    National,
}
