using System.Collections.Frozen;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Fields;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>What the names of columns usually mean: English, German, French, Spanish, Portuguese, and those of HubSpot, Salesforce, Zoho and Pipedrive.</summary>
internal static class HeaderNames
{
    /// <summary>Stands for a full name, of which no field is made.</summary>
    public const string FullName = "fullName";

    /// <summary>Stands for the day on which a lead was lost.</summary>
    public const string LostAt = "lostAt";

    /// <summary>Stands for the day on which a lead was, or should be, closed.</summary>
    public const string ClosedAt = "closedAt";

    private static readonly string[] s_things =
    [
        "campaign", "kampagne", "campagne", "campana", "deal", "opportunity", "product", "produkt", "order", "bestell", "invoice", "rechnung", "ticket", "case", "task",
        "event", "session", "transaction", "payment", "shipment", "company", "account", "organization", "organisation", "firma", "keyword", "advert", "page",
    ];

    private static readonly string[] s_prefixes = ["person - ", "lead - ", "deal - ", "contact: ", "contact - ", "lead: "];

    private static readonly FrozenDictionary<string, (string Target, double Confidence)> s_names = Build(
        (StandardFields.Email, 0.97, "email mail emailaddress emailadresse mailadresse primaryemail workemail businessemail emailwork contactemail leademail adresseemail adressemail " +
            "courriel adresseelectronique correo correoelectronico emailcorporativo enderecodeemail emaildotrabalho"),
        (StandardFields.FirstName, 0.97, "firstname fname givenname forename vorname prenom nombre primeironome nomeproprio"),
        (StandardFields.LastName, 0.97, "lastname lname surname familyname nachname familienname nomdefamille apellido apellidos sobrenome ultimonome"),
        (StandardFields.LastName, 0.6, "nom nome"),
        (FullName, 0.9, "name fullname contactname leadname personname namefull vollstandigername vorundnachname ansprechpartner kontaktname nomcomplet " +
            "nombrecompleto nombreyapellidos nomecompleto nomedocontato"),
        (StandardFields.Company, 0.97, "company companyname companyaccount account accountname organization organisation organizationname organisationname employer business " +
            "businessname firma firmenname unternehmen firmaname societe entreprise nomdelentreprise raisonsociale empresa nombredelaempresa compania nomedaempresa " +
            "associatedcompany primarycompany"),
        (StandardFields.CompanyExternalId, 0.9, "companyid accountid organizationid organisationid companyrecordid associatedcompanyid associatedcompanyids firmenid iddelentreprise idempresa"),
        (StandardFields.Domain, 0.95, "domain companydomain companydomainname associatedcompanydomain emaildomain webdomain domaine dominio"),
        (StandardFields.Title, 0.95, "jobtitle title position role jobrole jobposition funktion berufsbezeichnung stellenbezeichnung poste fonction intituleduposte " +
            "cargo puesto titulodeltrabajo profissao"),
        (StandardFields.Phone, 0.97, "phone phonenumber telephone telephonenumber phonework workphone businessphone contactphone tel telefon telefonnummer telefonnr numerodetelephone " +
            "telefono numerodetelefono telefone numerodetelefone"),
        (StandardFields.Phone, 0.8, "mobile mobilephone mobilephonenumber mobilenumber cell cellphone handy mobil mobiltelefon portable telephonemobile movil celular telemovel whatsapp"),
        (StandardFields.Country, 0.97, "country countryregion countryname countrycode mailingcountry billingcountry land pays pais"),
        (StandardFields.City, 0.97, "city town mailingcity billingcity stadt ort wohnort ville ciudad cidade localidade"),
        (StandardFields.Industry, 0.97, "industry sector branche industrie wirtschaftszweig secteur secteurdactivite industria rubro setor ramo"),
        (StandardFields.Employees, 0.95, "employees numberofemployees noofemployees numemployees employeecount companysize headcount mitarbeiter mitarbeiterzahl " +
            "anzahlmitarbeiter anzahldermitarbeiter nombredesalaries nombredemployes effectif empleados numerodeempleados funcionarios numerodefuncionarios"),
        (StandardFields.Website, 0.95, "website websiteurl web url homepage companywebsite internetseite webseite siteweb siteinternet sitioweb paginaweb site"),
        (StandardFields.Source, 0.95, "leadsource source originalsource quelle leadquelle herkunft originaltrafficsource sourceduprospect sourcedulead " +
            "fuente origen fuentedelead origem fontedolead"),
        (StandardFields.Source, 0.85, "leadorigin origin channel acquisitionchannel"),
        (StandardFields.Stage, 0.95, "lifecyclestage stage leadstage dealstage pipelinestage salesstage phase vertriebsphase etape etapa estagio"),
        (StandardFields.Stage, 0.8, "leadstatus status contactstatus statut estado situacao"),
        (StandardFields.Owner, 0.95, "owner companyowner recordowner contactowner leadowner dealowner accountowner salesrep salesperson assignedto assignee sdr accountmanager besitzer zustandig zustandiger " +
            "verantwortlicher betreuer proprietaire responsable propietario vendedor proprietario responsavel"),
        (StandardFields.Tags, 0.9, "tags labels leadlabels personlabel tag etiketten schlagworte etiquettes etiquetas marcadores"),
        (StandardFields.Outcome, 0.95, "converted isconverted won iswon outcome closed isclosed conversion leadconverted dealwon result konvertiert gewonnen ergebnis abschluss " +
            "converti gagne resultat convertido ganado resultado ganho"),
        (StandardFields.OutcomeAt, 0.95, "wondate wonat wontime dealwondate converteddate convertedat conversiondate dateconverted convertedtime closedwondate outcomeat outcomedate " +
            "gewonnenam abschlussdatum konvertiertam dateconversion datedeconversion fechadeconversion datadeconversao"),
        (LostAt, 0.95, "lostdate lostat losttime closedlostdate verlorenam datedeperte fechadeperdida datadeperda"),
        (ClosedAt, 0.8, "closedate closingdate closedat closeddate closedtime dateclosed"),
        (StandardFields.OutcomeValue, 0.9, "outcomevalue amount dealamount dealvalue wonvalue wonamount opportunityamount opportunityvalue convertedvalue betrag auftragswert abschlusswert " +
            "montant importe valordelnegocio valordonegocio"),
        (StandardFields.CreatedAt, 0.95, "createdate createdat created createddate createdtime createdon creationdate datecreated leadcreated leadcreateddate addtime addedat dateadded " +
            "becamealeaddate firstcontactdate firstcontact firstseen signupdate registrationdate erstelltam angelegtam erstelldatum erstellungsdatum anlagedatum " +
            "erstkontakt datedecreation datecreation creele fechadecreacion fechacreacion creadoel datadecriacao criadoem"),
        (StandardFields.UpdatedAt, 0.95, "updatedat updated lastmodified lastmodifieddate lastmodifiedtime modifiedtime modifieddate modifiedon lastupdated updatetime lastupdate geandertam " +
            "zuletztgeandert anderungsdatum datedemodification modifiele fechademodificacion fechadeactualizacion datademodificacao atualizadoem"),
        (StandardFields.LastSeenAt, 0.9, "lastseen lastseenat lastactivitydate lastactivitytime lastactivity lastvisit lastcontacted lastcontactdate lasttouch letzteaktivitat letzterkontakt " +
            "derniereactivite ultimaactividad ultimocontacto ultimaatividade ultimocontato"),
        (StandardFields.ExternalId, 0.97, "externalid leadid contactid prospectid mqlid crmid recordid hsobjectid personid leaduuid contactuuid"),
        (StandardFields.ExternalId, 0.85, "id customerid userid visitorid recid uuid guid kundennummer kundennr leadnummer kontaktid identifiant idprospect identificador idcliente"),
        (StandardFields.ExternalId, 0.75, "leadnumber contactnumber recordnumber customernumber number nr nummer no"));

    /// <summary>Looks a name up.</summary>
    /// <param name="header">The column's name.</param>
    /// <returns>The field's key, or one of the constants here, and how sure that is; null for an unknown name.</returns>
    public static (string Target, double Confidence)? Find(string header) =>
        s_names.TryGetValue(Plain(header), out var found) ? found : null;

    /// <summary>Tells whether a name ends like that of an id.</summary>
    public static bool LooksLikeId(string header)
    {
        var folded = Folding.Fold(header);
        return folded.EndsWith("id", StringComparison.Ordinal) && (folded.Length == 2 || !char.IsLetter(folded[^3]) || header.EndsWith("ID", StringComparison.Ordinal) || header.EndsWith("Id", StringComparison.Ordinal));
    }

    /// <summary>Tells whether an id is that of something else than a person, such as a campaign or an order.</summary>
    public static bool NamesAnotherThing(string header)
    {
        var plain = Plain(header);
        return s_things.Any(thing => plain.Contains(thing, StringComparison.Ordinal));
    }

    /// <summary>Reduces a name to what matters: lower-case letters and digits.</summary>
    public static string Plain(string header)
    {
        var folded = Folding.Fold(header);
        foreach (var prefix in s_prefixes)
        {
            if (folded.StartsWith(prefix, StringComparison.Ordinal))
            {
                folded = folded[prefix.Length..];
                break;
            }
        }

        return string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    private static FrozenDictionary<string, (string, double)> Build(params ReadOnlySpan<(string Target, double Confidence, string Names)> groups)
    {
        var names = new Dictionary<string, (string, double)>(StringComparer.Ordinal);
        foreach (var (target, confidence, list) in groups)
        {
            foreach (var name in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                names.TryAdd(name, (target, confidence));
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
