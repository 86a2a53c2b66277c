using LeadStudio.Components.Time;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LeadStudio.Features.Leads.Detail;

/// <summary>Changes one value in its place. What is typed stays when the lead changes meanwhile.</summary>
public sealed partial class FieldEditor(LeadEdits edits, IFieldCatalog fields, UserClock clock)
{
    private readonly string _list = $"options-{Guid.NewGuid():N}";
    private ElementReference _input;
    private FieldValue _before;
    private string _text = "";
    private Error? _problem;
    private bool _isLocked;

    /// <summary>Gets or sets the field.</summary>
    [Parameter, EditorRequired]
    public Field Field { get; set; } = null!;

    /// <summary>Gets or sets the lead.</summary>
    [Parameter, EditorRequired]
    public LeadDetails Lead { get; set; } = null!;

    /// <summary>Gets or sets what is called to close the editor.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    private IReadOnlyList<FieldOption> Options => Lead.Catalog.OptionsOf(Field);

    // The stages are LeadStudio's; other choices grow with what is typed.
    private bool IsFixedChoice => Field.Key == StandardFields.Stage;

    private bool WasLocked => Lead.IsLocked(Field);

    private bool HasChangedMeanwhile => !Lead[Field.Key].Equals(_before);

    private HashSet<string> Chosen => [.. FieldInput.Labels(_text).Select(Folding.Fold)];

    private string InputType => Field.Type switch
    {
        FieldType.Date => FieldInput.HasTime(_before) ? "datetime-local" : "date",
        _ => Field.Key switch { StandardFields.Email => "email", StandardFields.Phone => "tel", _ => "text" },
    };

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _before = Lead[Field.Key];
        _text = FieldInput.Write(Field, _before, Lead.Catalog, clock.Zone);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _input.FocusAsync();
        }
    }

    private void Append(string label) => _text = string.Join(", ", FieldInput.Labels(_text).Append(label));

    private Task OnKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnEnd.InvokeAsync() : Task.CompletedTask;

    private async Task SaveAsync()
    {
        var value = await ReadAsync();
        _problem = value.Error;
        if (!value.IsSuccess)
        {
            return;
        }

        _problem = await edits.TrySetAsync(Lead, Field, value.Value, _isLocked);
        if (_problem is null)
        {
            await OnEnd.InvokeAsync();
        }
    }

    private async Task<Result<FieldValue>> ReadAsync()
    {
        if (Field.Type is not (FieldType.Choice or FieldType.MultiChoice))
        {
            return FieldInput.Read(Field, _text, clock.Zone);
        }

        var labels = Field.Type == FieldType.Choice ? [.. new[] { _text.Trim() }.Where(label => label.Length > 0)] : FieldInput.Labels(_text);
        var catalog = labels.Any(label => Lead.Catalog.FindOption(Field, label) is null) ? await fields.AddOptionsAsync(Field, [.. labels]) : Lead.Catalog;
        var codes = labels.Select(label => catalog.FindOption(Field, label)!.Code).ToList();
        return Field.Type == FieldType.MultiChoice ? FieldValue.OfCodes(codes) : codes is [var code] ? FieldValue.Of(code) : FieldValue.Empty;
    }
}
