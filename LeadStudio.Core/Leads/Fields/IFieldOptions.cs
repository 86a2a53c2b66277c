using LeadStudio.Core.Access;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Fields;

/// <summary>Changes the options of choices, such as the stages of the sales process.</summary>
public interface IFieldOptions
{
    /// <summary>Adds an option as the last one; one that was replaced by another stands for itself again.</summary>
    /// <param name="key">The choice's key.</param>
    /// <param name="label">The text, not taken yet.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field; <see cref="FieldNotFound"/> or <see cref="FieldLabelRefused"/>.</returns>
    Task<Result<Field>> AddAsync(string key, string label, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Gives an option another text; the leads that have it show it at once.</summary>
    /// <param name="key">The choice's key.</param>
    /// <param name="code">The option.</param>
    /// <param name="label">The text, not taken yet.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field; <see cref="FieldNotFound"/>, <see cref="FieldLabelRefused"/>, or <see cref="FieldInUse"/> where a rule names the old text.</returns>
    Task<Result<Field>> RenameAsync(string key, int code, string label, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Puts an option at another place.</summary>
    /// <param name="key">The choice's key.</param>
    /// <param name="code">The option.</param>
    /// <param name="place">The place among the options, from 0; beyond the ends it stays at the end.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The field, or <see cref="FieldNotFound"/>.</returns>
    Task<Result<Field>> MoveAsync(string key, int code, int place, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Lets another option take the place of one; its leads go there, and so do later imports that name it.</summary>
    /// <param name="key">The choice's key.</param>
    /// <param name="code">The option that goes.</param>
    /// <param name="replacement">The option that takes its place.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The change, whose work then runs and which can be taken back; or why it cannot be.</returns>
    Task<Result<FieldChange>> ReplaceAsync(string key, int code, int replacement, Actor by, CancellationToken cancellationToken = default);
}
