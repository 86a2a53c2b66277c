namespace LeadStudio.Core.Leads.Demo;

/// <summary>What became known of one demo lead at one instant.</summary>
/// <param name="At">When it was true.</param>
/// <param name="ExternalId">The lead's id in Northlight's made-up CRM.</param>
/// <param name="Values">
/// The values by field key: texts and labels of choices as string, labels of multi-choices as array of strings, numbers as double, else bool and
/// <see cref="DateTimeOffset"/>.
/// </param>
internal sealed record DemoAct(DateTimeOffset At, string ExternalId, IReadOnlyDictionary<string, object> Values);
