using LeadStudio.Core.Leads.Phone;
using LeadStudio.TestSupport;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Leads.Phone;

/// <summary>Numbers as libphonenumber 8.12.57 reads them.</summary>
public sealed class PhoneVectorTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Parse_VectorsWithTheirMetadata_995Of1000AreRight()
    {
        using var xml = File.OpenRead(TestData.Path("phone/PhoneNumberMetadata.xml"));
        var numbers = new PhoneNumbers(PhoneMetadataXml.Read(xml));

        var share = ShareOfRight(numbers);

        Assert.InRange(share, 0.995, 1);
    }

    [SkippableFact]
    public void Parse_VectorsWithShippedMetadata_970Of1000AreRight()
    {
        var share = ShareOfRight(PhoneNumbers.Shipped);

        Assert.InRange(share, 0.97, 1);
    }

    private double ShareOfRight(PhoneNumbers numbers)
    {
        var vectors = File.ReadLines(TestData.Path("phone/phone_vectors_train.csv")).Skip(1).Select(line => Vector.Of(line.Split(','))).ToList();
        var different = vectors.Select(vector => (Vector: vector, Read: Read(numbers, vector))).Where(pair => pair.Read != pair.Vector).ToList();
        output.WriteLine($"{vectors.Count - different.Count} of {vectors.Count} are right. Different:");
        foreach (var (vector, read) in different)
        {
            output.WriteLine($"{vector}{Environment.NewLine}    {read}");
        }

        return 1 - ((double)different.Count / vectors.Count);
    }

    private static Vector Read(PhoneNumbers numbers, Vector vector)
    {
        var problem = numbers.Parse(vector.Raw, vector.Region, out var number);
        return problem is { } code
            ? vector with { Valid = "", Possible = "", E164 = "", FoundRegion = "", Type = "", Extension = "", Error = $"parse_error:{(int)code}" }
            : vector with
            {
                Valid = numbers.IsValid(number) ? "1" : "0",
                Possible = numbers.IsPossible(number) ? "1" : "0",
                E164 = number.ToE164(),
                FoundRegion = numbers.RegionOf(number) ?? "",
                Type = NameOf(numbers.TypeOf(number)),
                Extension = number.Extension ?? "",
                Error = "",
            };
    }

    private static string NameOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.Unknown => "UNKNOWN",
        PhoneNumberType.FixedLine => "FIXED_LINE",
        PhoneNumberType.Mobile => "MOBILE",
        PhoneNumberType.FixedLineOrMobile => "FIXED_LINE_OR_MOBILE",
        PhoneNumberType.TollFree => "TOLL_FREE",
        PhoneNumberType.PremiumRate => "PREMIUM_RATE",
        PhoneNumberType.SharedCost => "SHARED_COST",
        PhoneNumberType.Voip => "VOIP",
        PhoneNumberType.PersonalNumber => "PERSONAL_NUMBER",
        PhoneNumberType.Pager => "PAGER",
        PhoneNumberType.CompanyWide => "UAN",
        PhoneNumberType.Voicemail => "VOICEMAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type."),
    };

    private sealed record Vector(string Raw, string Region, string Kind, string Valid, string Possible, string E164, string FoundRegion, string Type, string Extension, string Error)
    {
        public static Vector Of(string[] cells) => new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
    }
}
