using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>The fields that every installation has; the names are those of the API.</summary>
public static class StandardFields
{
    /// <summary>The first id that an added field can have.</summary>
    public const int FirstCustomId = 100;

    /// <summary>The key of the e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The key of the id that another system gave the lead.</summary>
    public const string ExternalId = "externalId";

    /// <summary>The key of the first name.</summary>
    public const string FirstName = "firstName";

    /// <summary>The key of the last name.</summary>
    public const string LastName = "lastName";

    /// <summary>The key of the company's name.</summary>
    public const string Company = "company";

    /// <summary>The key of the company's internet domain.</summary>
    public const string Domain = "domain";

    /// <summary>The key of the job title.</summary>
    public const string Title = "title";

    /// <summary>The key of the phone number.</summary>
    public const string Phone = "phone";

    /// <summary>The key of the country.</summary>
    public const string Country = "country";

    /// <summary>The key of the city.</summary>
    public const string City = "city";

    /// <summary>The key of the industry.</summary>
    public const string Industry = "industry";

    /// <summary>The key of the company's number of employees.</summary>
    public const string Employees = "employees";

    /// <summary>The key of the web site.</summary>
    public const string Website = "website";

    /// <summary>The key of where the lead came from, as its system names it.</summary>
    public const string Source = "source";

    /// <summary>The key of the stage in the sales process.</summary>
    public const string Stage = "stage";

    /// <summary>The key of the sales person in charge.</summary>
    public const string Owner = "owner";

    /// <summary>The key of the tags.</summary>
    public const string Tags = "tags";

    /// <summary>The key of the outcome: won, lost, or missing while open.</summary>
    public const string Outcome = "outcome";

    /// <summary>The key of the outcome's instant.</summary>
    public const string OutcomeAt = "outcomeAt";

    /// <summary>The key of the outcome's value in money.</summary>
    public const string OutcomeValue = "outcomeValue";

    /// <summary>The key of the instant at which the lead was created.</summary>
    public const string CreatedAt = "createdAt";

    /// <summary>The key of the instant of the last change.</summary>
    public const string UpdatedAt = "updatedAt";

    /// <summary>The key of the instant at which the lead was last active.</summary>
    public const string LastSeenAt = "lastSeenAt";

    /// <summary>The key of the id that another system gave the lead's company.</summary>
    public const string CompanyExternalId = "companyExternalId";

    /// <summary>The outcome "won".</summary>
    public const int Won = 1;

    /// <summary>The outcome "lost".</summary>
    public const int Lost = 2;

    /// <summary>The stage of a lead that nobody has worked on.</summary>
    public const int StageNew = 1;

    private static readonly string[] s_stages = ["New", "Contacted", "Qualified", "Proposal", "Customer", "Disqualified"];

    /// <summary>Gets the fields, in the order in which to list them.</summary>
    public static IReadOnlyList<Field> All { get; } = Number(
    [
        Make(1, Email, "E-mail", FieldType.Text, "email"),
        Make(2, ExternalId, "External id", FieldType.Text, "external_id"),
        Make(3, FirstName, "First name", FieldType.Text, "t0"),
        Make(4, LastName, "Last name", FieldType.Text, "t1"),
        Make(5, Company, "Company", FieldType.Text, "t2"),
        Make(6, Domain, "Domain", FieldType.Text, "t3"),
        Make(7, Title, "Job title", FieldType.Text, "t4"),
        Make(8, Phone, "Phone", FieldType.Text, "t5"),
        Make(9, Country, "Country", FieldType.Choice, "n0"),
        Make(10, City, "City", FieldType.Text, "t6"),
        Make(11, Industry, "Industry", FieldType.Choice, "n1"),
        Make(12, Employees, "Employees", FieldType.Number, "n2"),
        Make(13, Website, "Website", FieldType.Text, "t7"),
        Make(14, Source, "Source", FieldType.Choice, "n3"),
        Make(15, Stage, "Stage", FieldType.Choice, "n4", WritePolicy.LockedByPerson),
        Make(16, Owner, "Owner", FieldType.Text, "t8", WritePolicy.LockedByPerson),
        Make(17, Tags, "Tags", FieldType.MultiChoice, "t9", WritePolicy.LockedByPerson),
        Make(18, Outcome, "Outcome", FieldType.Choice, "outcome"),
        Make(19, OutcomeAt, "Outcome at", FieldType.Date, "outcome_at"),
        Make(20, OutcomeValue, "Outcome value", FieldType.Number, "outcome_value"),
        Make(21, CreatedAt, "Created", FieldType.Date, "created_at", WritePolicy.FillIfEmpty),
        Make(22, UpdatedAt, "Updated", FieldType.Date, "updated_at"),
        Make(23, LastSeenAt, "Last seen", FieldType.Date, "last_seen_at"),
        Make(24, CompanyExternalId, "Company id", FieldType.Text, "company_ref"),
    ]);

    /// <summary>Gets the options that the standard choices start with.</summary>
    public static IReadOnlyList<FieldOption> Options { get; } =
    [
        .. s_stages.Select((stage, index) => Option(15, StageNew + index, stage)),
        Option(18, Won, "Won"),
        Option(18, Lost, "Lost"),
    ];

    private static Field Make(int id, string key, string label, FieldType type, string column, WritePolicy policy = WritePolicy.NewestWins) =>
        new() { Id = id, Key = key, Label = label, Type = type, Column = column, IsStandard = true, Policy = policy, CreatedBy = "LeadStudio" };

    private static FieldOption Option(int field, int code, string label) =>
        new() { FieldId = field, Code = code, Label = label, Folded = Folding.Fold(label) };

    private static List<Field> Number(List<Field> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].Position = i;
        }

        return fields;
    }
}
