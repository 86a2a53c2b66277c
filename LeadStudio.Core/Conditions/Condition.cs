using System.Text.Json.Serialization;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>A question that a lead answers with yes or no: filters, segments, rules and workflows all ask with it.</summary>
/// <remarks>
/// Pure data: it names fields by key and holds values as written; what they mean is decided by the field's type when the
/// condition is checked or bound. Conditions equal one another by value. Every predicate is false where its field has
/// no value, except "is empty".
/// </remarks>
[JsonConverter(typeof(ConditionJsonConverter))]
public abstract record Condition
{
    private protected Condition()
    {
    }
}

/// <summary>Holds where every item holds; without items, always.</summary>
/// <param name="Items">The parts.</param>
public sealed record AllCondition(ValueList<Condition> Items) : Condition;

/// <summary>Holds where at least one item holds; without items, never.</summary>
/// <param name="Items">The parts.</param>
public sealed record AnyCondition(ValueList<Condition> Items) : Condition;

/// <summary>Holds where its item does not, also where that is for want of a value.</summary>
/// <param name="Item">The part turned round.</param>
public sealed record NotCondition(Condition Item) : Condition;

/// <summary>Compares one field with fixed values.</summary>
/// <param name="Field">The field's key, such as <c>country</c>; compared with its case.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Operands">As many values as the operator's <see cref="OperandShape"/> asks for.</param>
public sealed record Predicate(string Field, Operator Operator, ValueList<Operand> Operands) : Condition;
