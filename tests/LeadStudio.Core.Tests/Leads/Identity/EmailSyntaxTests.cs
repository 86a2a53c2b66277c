using System.Text.RegularExpressions;
using System.Xml.Linq;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.TestSupport;
using Xunit.Abstractions;

namespace LeadStudio.Core.Tests.Leads.Identity;

/// <summary>The tests of isemail 3.04. What only the name system can tell is not asked, so a few expect more.</summary>
public sealed partial class EmailSyntaxTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Diagnose_TestsOfIsemail_97Of100HaveTheirCategoryAndDiagnosis()
    {
        var tests = XDocument.Load(TestData.Path("domains-email/isemail_tests_train.xml")).Descendants("test").ToList();

        var wrong = tests.Count(test => !IsRight(test));

        Assert.InRange(1 - ((double)wrong / tests.Count), 0.97, 1);
    }

    [Theory]
    [InlineData("ann@example.com", EmailCategory.Valid)]
    [InlineData("ann@example.nosuchtoplevel", EmailCategory.NoDomain)]
    [InlineData("\"ann lee\"@example.com", EmailCategory.Unusual)]
    [InlineData("ann(of sales)@example.com", EmailCategory.Deprecated)]
    [InlineData("ann@smith&sons.com", EmailCategory.Undeliverable)]
    [InlineData("ann..lee@example.com", EmailCategory.Invalid)]
    public void CategoryOf_Address_IsAsBadAsItsWorstPart(string address, EmailCategory expected) =>
        Assert.Equal(expected, EmailSyntax.CategoryOf(EmailSyntax.Diagnose(address)));

    private bool IsRight(XElement test)
    {
        // Control characters are written as the symbols for them.
        var address = string.Concat(test.Element("address")!.Value.Select(character => character is >= '\u2400' and <= '\u241F' ? (char)(character - '\u2400') : character));
        var diagnosis = EmailSyntax.Diagnose(address);
        var (expectedCategory, expected) = (NameOf(test.Element("category")!.Value), NameOf(test.Element("diagnosis")!.Value));
        var category = EmailSyntax.CategoryOf(diagnosis);
        var isRight = s_categories[expectedCategory] == category && s_diagnoses.GetValueOrDefault(expected, EmailDiagnosis.Valid) == diagnosis;
        if (!isRight)
        {
            output.WriteLine($"{test.Attribute("id")!.Value} {address}: {category} {diagnosis}, not {expected}");
        }

        return isRight;
    }

    private static string NameOf(string code) => Prefix().Replace(code, "");

    private static readonly Dictionary<string, EmailCategory> s_categories = new(StringComparer.Ordinal)
    {
        ["VALID_CATEGORY"] = EmailCategory.Valid,
        ["DNSWARN"] = EmailCategory.NoDomain,
        ["RFC5321"] = EmailCategory.Unusual,
        ["CFWS"] = EmailCategory.WithComments,
        ["DEPREC"] = EmailCategory.Deprecated,
        ["RFC5322"] = EmailCategory.Undeliverable,
        ["ERR"] = EmailCategory.Invalid,
    };

    // In the order of the enumeration.
    private static readonly Dictionary<string, EmailDiagnosis> s_diagnoses =
        ("VALID DNSWARN_NO_MX_RECORD DNSWARN_NO_RECORD RFC5321_TLD RFC5321_TLDNUMERIC RFC5321_QUOTEDSTRING RFC5321_ADDRESSLITERAL RFC5321_IPV6DEPRECATED CFWS_COMMENT CFWS_FWS " +
        "DEPREC_LOCALPART DEPREC_FWS DEPREC_QTEXT DEPREC_QP DEPREC_COMMENT DEPREC_CTEXT DEPREC_CFWS_NEAR_AT RFC5322_DOMAIN RFC5322_TOOLONG RFC5322_LOCAL_TOOLONG RFC5322_DOMAIN_TOOLONG " +
        "RFC5322_LABEL_TOOLONG RFC5322_DOMAINLITERAL RFC5322_DOMLIT_OBSDTEXT RFC5322_IPV6_GRPCOUNT RFC5322_IPV6_2X2XCOLON RFC5322_IPV6_BADCHAR RFC5322_IPV6_MAXGRPS RFC5322_IPV6_COLONSTRT " +
        "RFC5322_IPV6_COLONEND ERR_EXPECTING_DTEXT ERR_NOLOCALPART ERR_NODOMAIN ERR_CONSECUTIVEDOTS ERR_ATEXT_AFTER_CFWS ERR_ATEXT_AFTER_QS ERR_ATEXT_AFTER_DOMLIT ERR_EXPECTING_QPAIR " +
        "ERR_EXPECTING_ATEXT ERR_EXPECTING_QTEXT ERR_EXPECTING_CTEXT ERR_BACKSLASHEND ERR_DOT_START ERR_DOT_END ERR_DOMAINHYPHENSTART ERR_DOMAINHYPHENEND ERR_UNCLOSEDQUOTEDSTR " +
        "ERR_UNCLOSEDCOMMENT ERR_UNCLOSEDDOMLIT ERR_FWS_CRLF_X2 ERR_FWS_CRLF_END ERR_CR_NO_LF").Split(' ').Zip(Enum.GetValues<EmailDiagnosis>()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    [GeneratedRegex("^ISEMAIL_")]
    private static partial Regex Prefix();
}
