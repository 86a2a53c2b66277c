using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Import;

/// <summary>There is no such import.</summary>
/// <param name="Id">The id that was asked for.</param>
public sealed record ImportNotFound(long Id) : NotFoundError($"There is no import {Id}. Files that are not started are deleted after a day.");

/// <summary>A file is too large.</summary>
/// <param name="MaximumBytes">The largest size that is taken.</param>
public sealed record FileTooLarge(long MaximumBytes)
    : InvalidError($"The file is larger than {MaximumBytes / (1024 * 1024)} MB. Split it, and import the parts one after the other.");

/// <summary>The meaning given to the columns cannot be used.</summary>
/// <param name="Reason">Which column, and what to do.</param>
public sealed record MappingRefused(string Reason) : InvalidError(Reason);

/// <summary>The import is past the step that was asked for.</summary>
/// <param name="Reason">Where it stands, and what can be done.</param>
public sealed record ImportNotReady(string Reason) : ConflictError(Reason);
