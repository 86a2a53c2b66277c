using LeadStudio.Core.Common;

namespace LeadStudio.Core.Outbound;

/// <summary>LeadStudio does not call this address.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record TargetRefused(string Message) : InvalidError(Message)
{
    /// <summary>Refuses an address of an inner network.</summary>
    /// <param name="host">The name or number that was given.</param>
    /// <returns>The refusal.</returns>
    public static TargetRefused Inner(string host) => new(
        $"\"{host}\" is in an inner network, which LeadStudio does not call. Give a public address, or have LeadStudio:AllowPrivateTargets set to true where everybody who may add addresses is trusted.");
}
