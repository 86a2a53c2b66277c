using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Identity;
using LeadStudio.Core.Leads.Import.Cells;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Import.Guessing;

/// <summary>What the values of one column say of its meaning.</summary>
internal sealed class ColumnSample
{
    private const int MostChoices = 60;
    private const int FewestRowsForChoice = 10;
    private const double ShareOfChoices = 0.2;
    private const int LongestChoice = 100;
    private const double AlmostAll = 0.9;

    private readonly int _present;

    public ColumnSample(int index, string header, ColumnProfile profile)
    {
        (Index, Header, Profile) = (index, header, profile);
        _present = (int)Math.Round(profile.Count * (1 - profile.EmptyShare));
    }

    public int Index { get; }

    public string Header { get; }

    public ColumnProfile Profile { get; }

    /// <summary>Gets up to three values to show, the first that came.</summary>
    public IReadOnlyList<string> Samples => [.. Profile.Values.Keys.Take(3)];

    public double Filled => 1 - Profile.EmptyShare;

    public bool IsEmpty => _present == 0;

    /// <summary>Gets a value indicating whether no value came twice.</summary>
    public bool IsUnique => _present > 0 && Profile.Values.All(pair => pair.Value == 1) && (Profile.HasMoreDistinct || Profile.Values.Count == _present);

    /// <summary>Gets a value indicating whether few rows share a value: else the addresses are those of sales people.</summary>
    public bool MostlyDiffers => Profile.HasMoreDistinct || Profile.Values.Count >= _present / 2;

    public bool HoldsEmails => EmailShare >= AlmostAll;

    /// <summary>Gets the share of the values that are e-mail addresses, 0 to 1.</summary>
    public double EmailShare => ShareOf(value => EmailAddress.KeyOf(value) is not null);

    public bool HoldsDates => Profile.InstantShare >= ColumnProfile.EnoughOfKind || ShareOf(value => InstantParser.TryParseEpoch(value, out _)) >= ColumnProfile.EnoughOfKind;

    public bool HoldsNumbers => Profile.NumberShare >= ColumnProfile.EnoughOfKind;

    public bool HoldsYesOrNo => Profile.BooleanShare >= ColumnProfile.EnoughOfKind;

    /// <summary>Gets a value indicating whether the values are outcomes: yes and no, or won and lost with at least one of the two.</summary>
    public bool HoldsOutcomes => !IsEmpty && !Profile.HasMoreDistinct && (HoldsYesOrNo ||
        (Profile.Values.Keys.All(value => OutcomeReader.CodeOf(value) is not null) && Profile.Values.Keys.Any(value => OutcomeReader.CodeOf(value) > 0)));

    /// <summary>Gets a value indicating whether every row says yes or no, and both come: then "no" is an answer of its own.</summary>
    public bool DecidesEveryRow => HoldsYesOrNo && Filled >= 1 && Profile.Values.Count >= 2;

    /// <summary>Chooses the type of a new field so that every value seen fits.</summary>
    public FieldType NewType()
    {
        if (Profile.BooleanShare >= 1 && Profile.Values.Count <= 2)
        {
            return FieldType.Boolean;
        }

        if (Profile.InstantShare >= 1)
        {
            return FieldType.Date;
        }

        // The number of a thing is its name: nobody adds it up or compares it. One that repeats is that of an owner, a company, a campaign.
        var isName = HeaderNames.LooksLikeId(Header) || (IsUnique && HeaderNames.Find(Header) is (StandardFields.ExternalId, _));
        if (Profile.NumberShare >= 1 && !Profile.HasLeadingZeros && !isName)
        {
            return FieldType.Number;
        }

        var repeats = !Profile.HasMoreDistinct && Profile.Values.Count <= MostChoices && Profile.Values.Count < ShareOfChoices * _present;
        return repeats && Profile.MaxLength <= LongestChoice && _present >= FewestRowsForChoice ? FieldType.Choice : FieldType.Text;
    }

    /// <summary>Tells whether the values fit a field.</summary>
    public bool Fits(Field field) => IsEmpty || field.Type switch
    {
        FieldType.Text => true,
        FieldType.Number => HoldsNumbers,
        FieldType.Boolean => HoldsYesOrNo,
        FieldType.Date => HoldsDates,
        FieldType.Choice => Profile.MaxLength <= CellReader.LongestKey && !(Profile.HasMoreDistinct && IsUnique),
        FieldType.MultiChoice => Profile.MaxLength <= CellReader.LongestKey * 4,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Unknown type of field."),
    };

    private double ShareOf(Func<string, bool> test) =>
        Profile.Values.Count == 0 ? 0 : (double)Profile.Values.Where(pair => test(pair.Key)).Sum(pair => pair.Value) / Profile.Values.Values.Sum();
}
