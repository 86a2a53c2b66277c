using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Countries;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Phone;

namespace LeadStudio.Core.Facts;

/// <summary>Facts that nobody states: they follow from the e-mail address and the phone number.</summary>
internal sealed class DerivedFacts
{
    /// <summary>The key of the kind of e-mail address, an <see cref="Leads.Identity.EmailKind"/>.</summary>
    public const string EmailKind = "emailKind";

    /// <summary>The key of the country of the phone number.</summary>
    public const string PhoneCountry = "phoneCountry";

    private static readonly string[] s_phoneInputs = [StandardFields.Phone, StandardFields.Country];

    private readonly FactSlot? _emailKind;
    private readonly FactSlot? _phoneCountry;
    private readonly FactSlot _email;
    private readonly FactSlot _phone;
    private readonly FactSlot _country;
    private readonly FieldCatalog _fields;

    /// <summary>Finds the slots of the facts.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="facts">All facts.</param>
    /// <param name="derived">The keys of those facts that are derived here.</param>
    public DerivedFacts(FieldCatalog fields, FactCatalog facts, IReadOnlySet<string> derived)
    {
        _fields = fields;
        _emailKind = derived.Contains(EmailKind) ? facts.Find(EmailKind)!.Slot : null;
        _phoneCountry = derived.Contains(PhoneCountry) ? facts.Find(PhoneCountry)!.Slot : null;
        _email = facts.Find(StandardFields.Email)?.Slot ?? default;
        _phone = facts.Find(StandardFields.Phone)?.Slot ?? default;
        _country = facts.Find(StandardFields.Country)?.Slot ?? default;
    }

    /// <summary>Gets the facts: those that some fields are needed for, with these fields.</summary>
    public static IReadOnlyList<(ColumnDescription Column, string[] Inputs)> All { get; } =
    [
        (new(EmailKind, "E-mail kind", ColumnType.Choice, [
            new((int)Leads.Identity.EmailKind.Business, "Business"), new((int)Leads.Identity.EmailKind.Free, "Free mail"),
            new((int)Leads.Identity.EmailKind.Disposable, "Disposable"), new((int)Leads.Identity.EmailKind.Invalid, "Invalid")]), [StandardFields.Email]),
        (new(PhoneCountry, "Phone country", ColumnType.Choice, ValueList.From(CountryNames.Codes.Select(code => new ColumnOption(CodeOf(code), CountryNames.NameOf(code))))), s_phoneInputs),
    ];

    /// <summary>Fills the facts.</summary>
    /// <param name="facts">The facts of a lead, with those of its fields.</param>
    /// <param name="keys">The keys of the facts to fill; null for all.</param>
    public void Fill(LeadFacts facts, IReadOnlySet<string>? keys)
    {
        if (_emailKind is { } kind && keys?.Contains(EmailKind) != false && facts.Texts[_email.Index] is { } email)
        {
            facts.Numbers[kind.Index] = (int)EmailAddress.KindOf(email);
        }

        if (_phoneCountry is { } country && keys?.Contains(PhoneCountry) != false)
        {
            var code = facts.Texts[_phone.Index] is { } phone ? LeadPhone.CountryOf(phone, _fields.RegionOf(FieldValue.Of(facts.Numbers[_country.Index]))) : null;
            facts.Numbers[country.Index] = code is null ? double.NaN : CodeOf(code);
        }
    }

    // A number for two letters that no list can change.
    private static int CodeOf(string region) => ((region[0] - 'A') * 26) + (region[1] - 'A') + 1;
}
