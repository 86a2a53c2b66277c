using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Tests.Leads.Phone;

/// <summary>Numbers that libphonenumber's own documents and tests use, and ranges that regulators keep free for stories.</summary>
public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("044 668 18 00", "CH", "+41446681800")]
    [InlineData("+41 44 668 18 00", null, "+41446681800")]
    [InlineData("1-800-FLOWERS", "US", "+18003569377")]
    [InlineData("011 54 9 11 8765 4321", "US", "+5491187654321")]
    [InlineData("011 15 8765-4321", "AR", "+5491187654321")] // the 15 of mobiles turns into a 9
    [InlineData("02 3661 8300", "IT", "+390236618300")] // an Italian number keeps its zero
    [InlineData("tel:331-6005;phone-context=+64-3", null, "+6433316005")]
    [InlineData("Tel. (030) 23125-111 / x7", "DE", "+493023125111")]
    public void Parse_Spelling_GivesE164(string text, string? region, string expected)
    {
        var problem = PhoneNumbers.Shipped.Parse(text, region, out var number);

        Assert.Null(problem);
        Assert.Equal(expected, number.ToE164());
    }

    [Theory]
    [InlineData("044 668 18 00", null, PhoneProblem.InvalidCountryCode)]
    [InlineData("+210 3456 56789", "NZ", PhoneProblem.InvalidCountryCode)]
    [InlineData("none", "DE", PhoneProblem.NotANumber)]
    [InlineData("0044--", "GB", PhoneProblem.TooShortAfterPrefix)]
    [InlineData("+49 0", "DE", PhoneProblem.TooShort)]
    [InlineData("01495 72553301873 810104", "GB", PhoneProblem.TooLong)]
    public void Parse_NoNumber_SaysWhy(string text, string? region, PhoneProblem expected) =>
        Assert.Equal(expected, PhoneNumbers.Shipped.Parse(text, region, out _));

    [Theory]
    [InlineData("+49 30 23125 111", "+49 30 23125111", "030 23125111")]
    [InlineData("+1 212-555-0123 ext. 42", "+1 212-555-0123 ext. 42", "(212) 555-0123 ext. 42")]
    [InlineData("+5491187654321", "+54 9 11 8765-4321", "011 15-8765-4321")]
    [InlineData("+390236618300", "+39 02 3661 8300", "02 3661 8300")]
    public void Format_Number_IsInGroups(string text, string international, string national)
    {
        PhoneNumbers.Shipped.Parse(text, null, out var number);

        Assert.Equal(international, PhoneNumbers.Shipped.Format(number, PhoneStyle.International));
        Assert.Equal(national, PhoneNumbers.Shipped.Format(number, PhoneStyle.National));
    }

    [Fact]
    public void Parse_PlainNumbers_AllocatesNothing()
    {
        Read(); // makes the tables of the region

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (abroad, inside, isValid) = Read();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(abroad, inside);
        Assert.True(isValid);
    }

    private static (PhoneNumber Abroad, PhoneNumber Inside, bool IsValid) Read()
    {
        PhoneNumbers.Shipped.Parse("+49 30 23125111", null, out var abroad);
        PhoneNumbers.Shipped.Parse("030 23125111", "DE", out var inside);
        return (abroad, inside, PhoneNumbers.Shipped.IsValid(abroad));
    }
}
