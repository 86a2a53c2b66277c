namespace LeadStudio.Core.Outbound;

/// <summary>A call got no answer, or was not allowed. The message says why, for people.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What failed.</param>
public sealed class OutboundException(string message, Exception? cause = null) : Exception(message, cause);
