using System.Collections.Frozen;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>What the names of columns usually mean in a file of companies.</summary>
internal static class CompanyNames
{
    private static readonly FrozenDictionary<string, (string Field, double Confidence)> s_names = new (string Field, double Confidence, string Names)[]
    {
        (CompanyFields.ExternalId, 0.97, "companyid accountid organizationid organisationid companyrecordid firmenid iddelentreprise idempresa"),
        (CompanyFields.ExternalId, 0.8, "recordid hsobjectid externalid id uuid guid"),
        (CompanyFields.Name, 0.97, "companyname accountname organizationname organisationname businessname firmenname firmaname nomdelentreprise raisonsociale nombredelaempresa nomedaempresa"),
        (CompanyFields.Name, 0.9, "company account organization organisation business firma unternehmen societe entreprise empresa compania"),
        (CompanyFields.Name, 0.7, "name nom nombre nome"),
        (CompanyFields.Domain, 0.97, "companydomainname companydomain accountdomain"),
        (CompanyFields.Domain, 0.9, "domain domainname webdomain domaine dominio"),
        (CompanyFields.Domain, 0.6, "website websiteurl web url homepage companywebsite internetseite webseite siteweb sitioweb"),
    }.SelectMany(group => group.Names.Split(' ').Select(name => (name, (group.Field, group.Confidence)))).ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);

    // A file has these of companies; of people, only besides who they are.
    private static readonly FrozenSet<string> s_traits = new[]
    {
        StandardFields.Industry, StandardFields.Employees, StandardFields.Website, StandardFields.Domain,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_persons = new[]
    {
        StandardFields.Email, StandardFields.FirstName, StandardFields.LastName, StandardFields.Title, StandardFields.Outcome,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_personIds = new[] { "leadid", "contactid", "prospectid", "mqlid", "personid", "leaduuid", "contactuuid" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Looks a name up.</summary>
    /// <param name="header">The column's name.</param>
    /// <returns>The key of a field of companies, and how sure that is; null for other names.</returns>
    public static (string Field, double Confidence)? Find(string header) => s_names.TryGetValue(HeaderNames.Plain(header), out var found) ? found : null;

    /// <summary>Tells what a file is about: of people where anything names one; of companies where a column names those, or has a name and traits of a company.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>What its rows are about.</returns>
    public static ImportSubject About(IReadOnlyList<ColumnSample> columns)
    {
        var targets = columns.Select(column => HeaderNames.Find(column.Header)?.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (targets.Overlaps(s_persons) || columns.Any(column => column.HoldsEmails && column.MostlyDiffers && HeaderNames.Find(column.Header) is not (StandardFields.Owner, _))
            || columns.Any(column => s_personIds.Contains(HeaderNames.Plain(column.Header))))
        {
            return ImportSubject.People;
        }

        var named = columns.Where(column => column.MostlyDiffers).Select(column => Find(column.Header)).OfType<(string Field, double Confidence)>().ToList();
        var isSure = named.Exists(name => name is { Field: not CompanyFields.Domain, Confidence: >= 0.9 });
        return isSure || (named.Exists(name => name.Field == CompanyFields.Name) && targets.Overlaps(s_traits)) ? ImportSubject.Companies : ImportSubject.People;
    }
}
