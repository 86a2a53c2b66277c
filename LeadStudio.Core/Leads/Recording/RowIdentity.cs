using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>By what a row's lead is found.</summary>
/// <param name="EmailKey">The e-mail address in its comparable form.</param>
/// <param name="ExternalKey">The external id in its comparable form.</param>
/// <param name="Problem">Why the row cannot be taken.</param>
internal readonly record struct RowIdentity(string? EmailKey, string? ExternalKey, RowProblem? Problem)
{
    /// <summary>Gets the phone number and family name, by which the lead is found where the others find none; null where they say nothing.</summary>
    public string? PersonKey { get; init; }

    /// <summary>Gets why the row cannot be taken where <see cref="PersonKey"/> finds no lead, either.</summary>
    public RowProblem? ProblemIfNew { get; init; }

    public static RowIdentity Of(BatchRow row, int emailColumn, int externalColumn, string? personKey, bool takesUnidentified)
    {
        var email = emailColumn < 0 ? null : row.Values[emailColumn].Text;
        var external = externalColumn < 0 ? null : row.Values[externalColumn].Text;
        var emailKey = email is null ? null : EmailAddress.KeyOf(email);
        if (email is not null && emailKey is null)
        {
            return new(null, null, new("email", $"\"{Shorten(email)}\" is no e-mail address. Correct it, or leave it empty."));
        }

        if (emailKey is null && external is null && row.LeadId is null)
        {
            if (takesUnidentified && row.Values.Any(value => !value.IsEmpty))
            {
                return new() { PersonKey = personKey };
            }

            var problem = new RowProblem("identity", "The row has neither an e-mail address nor an id, so its lead cannot be told. Fill in one of them.");
            return personKey is null ? new(null, null, problem) : new() { PersonKey = personKey, ProblemIfNew = problem };
        }

        return new(emailKey, external is null ? null : Folding.Fold(external), null) { PersonKey = personKey };
    }

    /// <summary>Gives the part of it that is among some values.</summary>
    public RowIdentity In(IReadOnlyDictionary<int, FieldValue> values, FieldCatalog catalog) => this with
    {
        EmailKey = values.ContainsKey(catalog[StandardFields.Email].Id) ? EmailKey : null,
        ExternalKey = values.ContainsKey(catalog[StandardFields.ExternalId].Id) ? ExternalKey : null,
    };

    /// <summary>Gives it without what is another lead's, or not taken over.</summary>
    public RowIdentity Without((bool Email, bool External) aside) => this with { EmailKey = aside.Email ? null : EmailKey, ExternalKey = aside.External ? null : ExternalKey };

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
}
