using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import.Values;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>Changes fields. What was said of leads stays as it was said: their profiles are decided anew, in the background.</summary>
public interface IFieldChanges
{
    /// <summary>Gives a field another name on the screen; its key stays.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="label">The name, 1 to 80 characters.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field; <see cref="FieldNotFound"/> or <see cref="FieldLabelRefused"/>.</returns>
    Task<Result<Field>> RenameAsync(string key, string label, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Hides a field from pages, or shows it again.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="isHidden">Whether to hide it.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field, or <see cref="FieldNotFound"/>.</returns>
    Task<Result<Field>> SetHiddenAsync(string key, bool isHidden, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Sets which source's value a field shows.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The change, whose work then runs; <see cref="FieldNotFound"/>, <see cref="FieldIsFixed"/> or <see cref="FieldsBusy"/>.</returns>
    Task<Result<FieldChange>> SetPolicyAsync(string key, WritePolicy policy, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Looks through all leads for values that would not convert.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="type">The type that it is to get.</param>
    /// <param name="reading">How its texts are to be read; null to find out from them.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What would happen; <see cref="FieldNotFound"/> or <see cref="FieldIsFixed"/>.</returns>
    Task<Result<ConversionPreview>> PreviewRetypeAsync(string key, FieldType type, TextReading? reading, CancellationToken cancellationToken = default);

    /// <summary>Gives a field another type. Going back to the former type brings back all that was said.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="type">The type.</param>
    /// <param name="reading">How its texts are read.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The change, whose work then runs; or why it cannot be.</returns>
    Task<Result<FieldChange>> RetypeAsync(string key, FieldType type, TextReading reading, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Looks through all leads for values that a merge would not carry over.</summary>
    /// <param name="key">The field that is to go.</param>
    /// <param name="into">The field that is to take over.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What would happen; or why it cannot be.</returns>
    Task<Result<ConversionPreview>> PreviewMergeAsync(string key, string into, CancellationToken cancellationToken = default);

    /// <summary>Lets what was said of one field count for another, by that one's write policy.</summary>
    /// <param name="key">The field that goes.</param>
    /// <param name="into">The field that takes over.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The change, whose work then runs; or why it cannot be.</returns>
    Task<Result<FieldChange>> MergeAsync(string key, string into, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Takes a change back. Nothing is lost by it: the observations are still there.</summary>
    /// <param name="change">The change.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The change that took it back; <see cref="ChangeIsOver"/>, or why it cannot be.</returns>
    Task<Result<FieldChange>> UndoAsync(long change, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lists the last changes.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>At most 50, newest first.</returns>
    Task<IReadOnlyList<FieldChange>> ListAsync(CancellationToken cancellationToken = default);
}

/// <summary>How texts are read where they become dates or numbers.</summary>
/// <param name="DateOrder">How dates such as 04/05/2026 are read.</param>
/// <param name="DecimalMark">How numbers such as 1,234 are read.</param>
public sealed record TextReading(DateOrder DateOrder = DateOrder.DayFirst, DecimalMark DecimalMark = DecimalMark.Point);

/// <summary>What a change of type, or a merge, would do.</summary>
/// <param name="Values">How many leads have a value.</param>
/// <param name="Failing">How many of those would not convert.</param>
/// <param name="Samples">Values that would not convert, the most frequent first, with the number of leads.</param>
/// <param name="Reading">How texts are read.</param>
/// <param name="NewOptions">The options that the choice would get; empty for other types.</param>
/// <param name="Both">For a merge: how many leads have a value in both fields, so that the write policy decides.</param>
/// <param name="Uses">What would not work any more.</param>
public sealed record ConversionPreview(
    long Values,
    long Failing,
    IReadOnlyList<(string Text, long Leads)> Samples,
    TextReading Reading,
    IReadOnlyList<string> NewOptions,
    long Both,
    IReadOnlyList<FieldUse> Uses);
