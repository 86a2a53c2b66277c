using LeadStudio.Core.Leads.Acts;

namespace LeadStudio.Features.Leads.Bulk;

/// <summary>That an act is done, taken back or stopped.</summary>
/// <param name="act">The act.</param>
public sealed class SettledEventArgs(LeadAct act) : EventArgs
{
    /// <summary>Gets the act.</summary>
    public LeadAct Act => act;
}
