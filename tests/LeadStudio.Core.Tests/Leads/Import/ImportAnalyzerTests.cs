using System.Text;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Csv;
using LeadStudio.Core.Tests.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import;

public sealed class ImportAnalyzerTests
{
    [SkippableTheory]
    [InlineData("xeducation/leads_train.csv", "Imported files", "Prospect ID=externalId;Lead Number=+Text;Lead Origin=+Choice;Lead Source=source;Converted=outcome;TotalVisits=+Number;" +
        "Do Not Email=+Boolean;Last Activity=+Choice;Country=country;City=city;Specialization=+Choice")]
    [InlineData("olist-funnel/olist_marketing_qualified_leads_train.csv", "Imported files", "mql_id=externalId;first_contact_date=createdAt;landing_page_id=+Text;origin=source")]
    [InlineData("olist-funnel/olist_closed_deals_train.csv", "Imported files", "mql_id=externalId;seller_id=+Text;won_date=outcomeAt;business_segment=+Choice;has_company=+Boolean;declared_monthly_revenue=+Number")]
    [InlineData("csv-import/crm/hubspot_contacts.csv", "HubSpot", "Contact ID=externalId;First Name=firstName;Last Name=lastName;Email=email;Phone Number=phone;Mobile Phone Number=+Text;Job Title=title;" +
        "Lifecycle Stage=stage;Create Date=createdAt;Last Modified Date=updatedAt;Contact Owner=owner;Lead Source=source;Website URL=website;City=city;Country=country;Associated Company Domain=domain;Postal Code=+Text")]
    [InlineData("csv-import/crm/zoho_leads.csv", "Zoho CRM", "LEADID=externalId;Last Name=lastName;Company=company;Lead Owner=owner;Email=email;Mobile=phone;Website=website;Industry=industry;Lead Source=source;" +
        "Lead Status=stage;Created Time=createdAt;CONVERTED=outcome")]
    [InlineData("csv-import/crm/zoho_contacts.csv", "Zoho CRM", "CONTACTID=externalId;Last Name=lastName;Contact Owner Id=+Choice;Contact Owner=owner;Account Id=companyExternalId;Email=email;Lead Source=source")]
    [InlineData("csv-import/crm/hubspot_companies.csv", "HubSpot", "Company ID=externalId;Company Name=name;Company Domain Name=domain;Number of Employees=+Number;Annual Revenue=+Number;Create Date=+Date;Last Modified Date=updatedAt;Company Owner=+Text")]
    public void Analyze_RealFile_GuessesItsColumns(string file, string source, string expected)
    {
        var analysis = Analyze(File.ReadAllBytes(CsvTestData.Path(file))).Value!;

        var guessed = analysis.Columns.ToDictionary(column => column.Mapping.Name, column => Target(column.Mapping), StringComparer.Ordinal);
        Assert.Equal(source, analysis.SourceName);
        Assert.Null(analysis.Hint);
        Assert.Equal(20, analysis.Rows.Count);
        Assert.All(expected.Split(';').Select(pair => pair.Split('=')), pair => Assert.Equal(pair[1], guessed[pair[0]]));
    }

    [Theory]
    [InlineData("Vorname;Nachname;E-Mail-Adresse;Firma;Land;Ort;Erstellt am", "firstName;lastName;email;company;country;city;createdAt")]
    [InlineData("Prénom;Nom de famille;Courriel;Société;Pays;Ville;Date de création", "firstName;lastName;email;company;country;city;createdAt")]
    [InlineData("Nombre;Apellidos;Correo electrónico;Empresa;País;Ciudad;Fecha de creación", "firstName;lastName;email;company;country;city;createdAt")]
    [InlineData("Primeiro nome;Sobrenome;Endereço de e-mail;Empresa;País;Cidade;Data de criação", "firstName;lastName;email;company;country;city;createdAt")]
    [InlineData("Person - First name;Person - Last name;Person - Email - Work;Organization - Name;Country;City;Lead - Lead created", "firstName;lastName;email;company;country;city;createdAt")]
    public void Analyze_HeadersOfOtherLanguages_AreUnderstood(string headers, string expected)
    {
        var analysis = Analyze($"{headers}\nAnn;Lee;ann@example.com;Example Ltd;FR;Paris;2026-02-03\nBob;Ray;bob@example.com;Other Ltd;FR;Lyon;2026-02-14\n").Value!;

        Assert.Equal(expected.Split(';'), analysis.Columns.Select(column => Target(column.Mapping)));
    }

    [Fact]
    public void Analyze_StrangeHeaderOverAddresses_RecognisesThemByTheirValues()
    {
        var analysis = Analyze("Login,Plan\nann@example.com,Free\nbob@example.com,Pro\ncy@example.com,Free\n").Value!;

        Assert.Equal("email", Target(analysis.Columns[0].Mapping));
        Assert.True(analysis.Columns[0].Confidence < 0.9);
    }

    [Fact]
    public void Analyze_FullNames_AreSplit() =>
        Assert.Equal(ColumnUse.FullName, Analyze("Name,Email\nAnn Lee,ann@example.com\n").Value!.Columns[0].Mapping.Use);

    [Fact]
    public void Analyze_NothingToRecogniseALeadBy_SaysSo()
    {
        var analysis = Analyze("age,plan\n20,Free\n20,Pro\n").Value!;

        Assert.Contains("a file of neither people nor companies", analysis.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Company ID,Company Name,City\n1,A,Bonn\n2,B,Bern\n", ImportSubject.Companies)]
    [InlineData("Account Name,Website\nA,a.example\nB,b.example\n", ImportSubject.Companies)]
    [InlineData("Name,Domain,Industry\nA,a.example,IT\nB,b.example,IT\n", ImportSubject.Companies)]
    [InlineData("Firma;Branche\nA GmbH;IT\nB GmbH;IT\n", ImportSubject.Companies)]
    [InlineData("Name,City\nAnn Lee,Bonn\nBob Ray,Bern\n", ImportSubject.People)]
    [InlineData("Company,Email\nA,ann@a.example\nB,bob@b.example\n", ImportSubject.People)]
    [InlineData("Lead ID,Company\n1,A\n2,B\n", ImportSubject.People)]
    [InlineData("First Name,Company,Domain\nAnn,A,a.example\nBob,B,b.example\n", ImportSubject.People)]
    public void Analyze_PeopleOrCompanies_AreToldApart(string csv, ImportSubject expected) => Assert.Equal(expected, Analyze(csv).Value!.About);

    [SkippableFact]
    public void Analyze_Campaigns_AreNeitherPeopleNorCompanies()
    {
        var analysis = Analyze(File.ReadAllBytes(CsvTestData.Path("csv-import/crm/zoho_campaigns.csv"))).Value!;

        Assert.Contains("a file of neither people nor companies", analysis.Hint, StringComparison.Ordinal);
        Assert.Equal("+Number", Target(analysis.Columns.Single(column => column.Mapping.Name == "Expected Revenue").Mapping));
    }

    [Theory]
    [InlineData("yes\nno", NoMeaning.Lost)]
    [InlineData("yes\n", NoMeaning.StillOpen)]
    [InlineData("yes\nyes", NoMeaning.StillOpen)]
    public void Analyze_OutcomeColumn_NoMeansLostOnlyWhereEveryRowDecides(string values, NoMeaning expected)
    {
        var rows = values.Split('\n').Select((value, row) => $"{row},{value}");

        var analysis = Analyze($"id,is_won\n{string.Join('\n', rows)}\n").Value!;

        Assert.Equal(expected, analysis.Columns[1].Mapping.No);
    }

    [Fact]
    public void Analyze_OutcomeBesideAStage_NoMeansStillOpen()
    {
        var analysis = Analyze("id,lead status,converted\n1,Contacted,no\n2,Qualified,yes\n").Value!;

        Assert.Equal(NoMeaning.StillOpen, analysis.Columns[2].Mapping.No);
    }

    [Fact]
    public void Analyze_AmbiguousDates_AsksWhichComesFirst()
    {
        var analysis = Analyze("id,created\n1,04/05/2026\n2,06/07/2026\n").Value!;

        Assert.Contains("\"created\" can be read in two ways", analysis.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_HeaderOnly_SaysThatThereIsNoRow() =>
        Assert.Contains("no row", Analyze("id,email\n").Error!.Message, StringComparison.Ordinal);

    private static string Target(ColumnMapping column) => column.Use switch
    {
        ColumnUse.Field => column.Field!,
        ColumnUse.NewField => $"+{column.Type}",
        ColumnUse.Ignore or ColumnUse.FullName => column.Use.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static Result<ImportAnalysis> Analyze(string csv) => Analyze(Encoding.UTF8.GetBytes(csv));

    private static Result<ImportAnalysis> Analyze(byte[] csv)
    {
        using var file = new MemoryStream(csv);
        var dialect = CsvDialectDetector.Detect(file);
        Assert.Null(dialect.Error);
        return ImportAnalyzer.Analyze(
            file, dialect.Value!, new(new FieldCatalog(1, StandardFields.All, StandardFields.Options), CompanyFields.Standard), about: null, 20_000, CancellationToken.None);
    }
}
