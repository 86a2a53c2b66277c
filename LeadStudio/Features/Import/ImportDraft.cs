using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Recording;

namespace LeadStudio.Features.Import;

/// <summary>What the user is about to import: what is remembered or suggested, with the user's corrections.</summary>
/// <param name="analysis">The suggestion.</param>
/// <param name="targets">The fields that there are.</param>
/// <param name="userZone">Gives the id of the user's time zone, which the browser may tell late: it is taken for times that name none, where no earlier import says another.</param>
public sealed class ImportDraft(ImportAnalysis analysis, ImportTargets targets, Func<string> userZone)
{
    private static readonly string s_utc = TimeZoneInfo.Utc.Id;
    private string? _zone = analysis.Remembered is { } remembered ? remembered.Mapping.TimeZone ?? s_utc : null;

    /// <summary>Gets the suggestion.</summary>
    public ImportAnalysis Analysis => analysis;

    /// <summary>Gets the fields that a column can go to.</summary>
    public ImportTargets Targets => targets;

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<ColumnDraft> Columns { get; } =
        [.. analysis.Columns.Select((guess, index) => new ColumnDraft(guess, targets, analysis.Remembered?.Columns.Contains(guess.Mapping.Name) is true ? analysis.Mapping.Columns[index] : null)
        {
            Mapping = analysis.Mapping.Columns[index],
        })];

    /// <summary>Gets or sets the system that the file comes from.</summary>
    public string SourceName { get; set; } = analysis.Mapping.SourceName;

    /// <summary>Gets or sets a value indicating whether a value that does not fit is left out instead of refusing its row.</summary>
    public bool LeavesOutBadValues { get; set; } = analysis.Mapping.LeavesOutBadValues;

    /// <summary>Gets or sets what a row does with a lead that is there already.</summary>
    public KnownLeads KnownLeads { get; set; } = analysis.Mapping.KnownLeads;

    /// <summary>Gets or sets a value indicating whether a row without an e-mail address and an id makes a lead.</summary>
    public bool TakesUnidentified { get; set; } = analysis.Mapping.TakesUnidentified;

    /// <summary>Gets or sets a value indicating whether a row that e-mail address and id find no lead for belongs to the one with its phone number and family name.</summary>
    public bool MatchesPhoneAndName { get; set; } = analysis.Mapping.MatchesPhoneAndName;

    /// <summary>Gets a value indicating whether the file has both.</summary>
    public bool HasPhoneAndName =>
        Columns.Any(column => column.Target == StandardFields.Phone) && Columns.Any(column => column.Target == StandardFields.LastName || column.Mapping.Use == ColumnUse.FullName);

    /// <summary>Gets or sets the id of the time zone of times that name none.</summary>
    public string TimeZone
    {
        get => _zone ?? userZone();
        set => _zone = value;
    }

    /// <summary>Gets a value indicating whether any column holds dates, so that the zone matters.</summary>
    public bool HasDates => Columns.Any(column => column.IsDate);

    /// <summary>Gives the mapping as it stands.</summary>
    /// <returns>The mapping.</returns>
    public ImportMapping ToMapping() => new()
    {
        About = targets.About,
        SourceName = SourceName,
        LeavesOutBadValues = LeavesOutBadValues,
        KnownLeads = KnownLeads,
        TakesUnidentified = TakesUnidentified,
        MatchesPhoneAndName = MatchesPhoneAndName && HasPhoneAndName,
        TimeZone = TimeZone == s_utc ? null : TimeZone,
        Columns = [.. Columns.Select(column => column.Mapping)],
    };

    /// <summary>Forgets what is remembered.</summary>
    /// <returns>The draft that the guesses alone give.</returns>
    public ImportDraft StartOver() => new(analysis with { Remembered = null }, targets, userZone);
}
