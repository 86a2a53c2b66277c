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

/// <summary>What was said of a lead cannot be taken.</summary>
/// <param name="Reason">Why, and what to do.</param>
public sealed record LeadRefused(string Reason) : InvalidError(Reason);
