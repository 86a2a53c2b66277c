using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads;

/// <summary>There is no such lead.</summary>
/// <param name="Id">The id that was asked for.</param>
public sealed record LeadNotFound(long Id) : NotFoundError($"There is no lead {Id}. It may have been removed.");

/// <summary>There is no such field.</summary>
/// <param name="Key">The key that was asked for.</param>
public sealed record FieldNotFound(string Key) : NotFoundError($"There is no field \"{Key}\".");

/// <summary>Demo data was asked for where there are leads already.</summary>
public sealed record LeadsPresent()
    : ConflictError("There are leads already, and demo data would mix with them. Load it into a new database: set LeadStudio:DataFolder to an empty folder.");

/// <summary>A value does not fit its field.</summary>
/// <param name="Field">The field's label.</param>
/// <param name="Value">The value.</param>
/// <param name="Expected">What would fit.</param>
public sealed record ValueDoesNotFit(string Field, string Value, string Expected)
    : InvalidError($"{Field}: \"{Value}\" is not {Expected}.");

/// <summary>A text can be read as two numbers.</summary>
/// <param name="Field">The field's label.</param>
/// <param name="Value">The text.</param>
/// <param name="One">The number with a decimal point, written so that it can be read in one way only.</param>
/// <param name="Other">The number with a decimal comma, written likewise.</param>
public sealed record NumberIsAmbiguous(string Field, string Value, string One, string Other)
    : InvalidError($"{Field}: \"{Value}\" can be read in two ways. Write {One} or {Other}.");

/// <summary>An e-mail address or id was given to a lead that another lead has.</summary>
/// <param name="LeadId">The other lead.</param>
/// <param name="Name">The name of the other lead.</param>
public sealed record LeadKeyTaken(long LeadId, string Name)
    : ConflictError($"The e-mail address or id belongs to another lead: {Name}. Type another one, or go on with that lead.");

/// <summary>A lead is no longer as it was when somebody looked.</summary>
/// <param name="Id">The lead.</param>
public sealed record LeadChangedMeanwhile(long Id) : ConflictError($"The lead {Id} was changed meanwhile. Read it again, and make the change to what it is now.");

/// <summary>What was said of a lead cannot be taken.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record LeadRefused(string Reason) : InvalidError(Reason);

/// <summary>A field cannot be named so.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record FieldLabelRefused(string Reason) : InvalidError(Reason);

/// <summary>A field must stay as it is.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Reason">Why.</param>
public sealed record FieldIsFixed(string Label, string Reason) : InvalidError($"{Label} cannot be changed in this way: {Reason}");

/// <summary>Fields cannot be changed while an import, or a change of many leads, runs or is taken back, which writes by them.</summary>
public sealed record FieldsBusy() : ConflictError("An import or a change of many leads is running, waiting or being taken back. Change the field when it has ended.");

/// <summary>Something that is built on a field would break.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Names">What would break.</param>
public sealed record FieldInUse(string Label, string Names) : ConflictError($"{Label} is in use: {Names} would no longer work. Change that first.");

/// <summary>A choice would get too many options, or too long ones.</summary>
/// <param name="Label">The field's label.</param>
public sealed record TooManyOptions(string Label)
    : InvalidError($"{Label} holds more than {Import.ImportLimits.OptionsPerField} different values, or values of more than {Import.Cells.CellReader.LongestKey} characters: too many for a choice. Leave it a text.");

/// <summary>A change cannot be taken back any more.</summary>
public sealed record ChangeIsOver() : ConflictError("This change cannot be taken back any more: the field was changed again since. Take back the later change first.");

/// <summary>There is no such company.</summary>
/// <param name="Id">The id that was asked for.</param>
public sealed record CompanyNotFound(long Id) : NotFoundError($"There is no company {Id}. It may have been removed.");

/// <summary>A company cannot be changed in this way.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record CompanyRefused(string Reason) : InvalidError(Reason);

/// <summary>A person cannot be erased yet.</summary>
/// <param name="FileName">The file that is being imported.</param>
public sealed record ErasureMustWait(string FileName)
    : ConflictError($"The import of \"{FileName}\" runs and holds this person. Wait until it ends or cancel it, then erase again. Nothing was erased.");

/// <summary>A note cannot be kept as it is.</summary>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record NoteRefused(string Reason) : InvalidError(Reason);

/// <summary>There is no such note.</summary>
/// <param name="Id">What was looked for.</param>
public sealed record NoteNotFound(long Id) : NotFoundError($"There is no note {Id}. Perhaps its lead was erased.");

/// <summary>There is no such change of leads.</summary>
/// <param name="Id">The id that was asked for.</param>
public sealed record ActNotFound(long Id) : NotFoundError($"There is no change {Id} of leads. The list of recent changes has those that there are.");

/// <summary>Leads cannot be changed in this way, or a change cannot be taken back.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record ActRefused(string Reason) : InvalidError(Reason);

/// <summary>There is no such saved view, or it is private to somebody else.</summary>
/// <param name="Id">The id that was asked for.</param>
public sealed record SavedViewNotFound(long Id) : NotFoundError("This view is not there: it was deleted, or it is private to somebody else. Ask whoever sent the link to share it.");

/// <summary>A view cannot be kept or changed so.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record SavedViewRefused(string Reason) : InvalidError(Reason);
