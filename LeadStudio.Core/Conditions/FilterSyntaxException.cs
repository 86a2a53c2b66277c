namespace LeadStudio.Core.Conditions;

#pragma warning disable CA1032, CA1064 // Never leaves ConditionText: it becomes a ConditionTextError.
/// <summary>The text form has a mistake; only <see cref="ConditionText"/> sees this.</summary>
internal sealed class FilterSyntaxException(int column, string message) : Exception(message)
{
    public int Column { get; } = column;
}
#pragma warning restore CA1032, CA1064
