using LeadStudio.Core.Leads.Observations;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>Which observations are taken back: those of an import, or those of an act on many leads.</summary>
/// <param name="Column">The column of <c>observations</c> that names it.</param>
/// <param name="Id">The import or act.</param>
internal readonly record struct Withdrawal(string Column, long Id)
{
    private const string ImportColumn = "import_id";

    public static Withdrawal OfImport(long import) => new(ImportColumn, import);

    public static Withdrawal OfAct(long act) => new("act_id", act);

    /// <summary>Tells whether an observation is among them.</summary>
    public bool Covers(Observation said) => (Column == ImportColumn ? said.ImportId : said.ActId) == Id;
}
