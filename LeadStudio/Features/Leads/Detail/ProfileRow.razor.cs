using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Observations;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>A field of a lead: its value, where it is from, what else was said, and a way to change it.</summary>
public sealed partial class ProfileRow
{
    // These change by the buttons of the page, or by themselves.
    private static readonly HashSet<string> s_fixed = new(StringComparer.Ordinal)
    {
        StandardFields.Outcome, StandardFields.OutcomeAt, StandardFields.OutcomeValue, StandardFields.CreatedAt, StandardFields.UpdatedAt,
    };

    private FieldValue? _shown;
    private string _flash = "";

    /// <summary>Gets or sets the field.</summary>
    [Parameter, EditorRequired]
    public Field Field { get; set; } = null!;

    /// <summary>Gets or sets the lead.</summary>
    [Parameter, EditorRequired]
    public LeadDetails Lead { get; set; } = null!;

    /// <summary>Gets or sets whether its editor is open.</summary>
    [Parameter]
    public bool IsEditing { get; set; }

    /// <summary>Gets or sets what is called to open the editor.</summary>
    [Parameter]
    public EventCallback OnEdit { get; set; }

    /// <summary>Gets or sets what is called to close the editor.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    private Observation? Winner => Lead.OriginOf(Field);

    private int Count => Lead.Observations.Count(observation => observation.Values.ContainsKey(Field.Id));

    private string Source => Winner is { } origin
        ? $"From {Origin.Of(origin)}, {Clock.Exact(UtcMicroseconds.ToInstant(Origin.At(origin)))}"
        : "Set by LeadStudio";

    /// <summary>Says whether people may change a field here.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Whether they may.</returns>
    public static bool CanEdit(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return !s_fixed.Contains(field.Key);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var now = Lead[Field.Key];
        if (_shown is { } shown && !shown.Equals(now))
        {
            _flash = _flash == "flash-a" ? "flash-b" : "flash-a"; // another name plays the animation again
        }

        _shown = now;
    }
}
