using LeadStudio.Components.Tables;
using LeadStudio.Core.Conditions;
using LeadStudio.Features.Leads.Filters;
using LeadStudio.Features.Leads.List;

namespace LeadStudio.Features.Leads;

/// <content>Filtering by what a cell shows.</content>
public sealed partial class LeadListPage
{
    private VirtualMenu<LeadRow>? _menu;

    private IReadOnlyList<Condition> ConditionsOf(VirtualMenu<LeadRow> menu) =>
        [.. (menu.Column is { } column ? [column] : _view!.Columns.AllKeys).SelectMany(key => CellFilter.Of(menu.Row, key, _catalog!, clock.Zone)).Distinct()];

    private void Narrow(Condition condition)
    {
        _menu = null;
        Go(_state.And(condition));
    }
}
