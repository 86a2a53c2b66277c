namespace LeadStudio.Core.Leads;

/// <summary>Leads were added, or something about them changed. Published after the commit.</summary>
/// <param name="Created">How many are new.</param>
/// <param name="Ids">The leads; empty where there are too many to list.</param>
/// <param name="FromId">The least id of them.</param>
/// <param name="ToId">The greatest id of them.</param>
public sealed record LeadsChanged(int Created, IReadOnlyList<long> Ids, long FromId, long ToId);

/// <summary>Scores were written. Published after the commit.</summary>
/// <param name="Changes">What changed; empty where there are too many to list.</param>
/// <param name="Count">How many scores were written.</param>
public sealed record StandingsChanged(IReadOnlyList<StandingChange> Changes, int Count);

/// <summary>One lead's score before and after.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Before">The score before, in points; null for a new lead.</param>
/// <param name="After">The score now, in points.</param>
public sealed record StandingChange(long LeadId, int? Before, int After);

/// <summary>An import went on, at most four times a second, or changed its state. Published after the commit.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Status">Its state.</param>
public sealed record ImportProgressed(long ImportId, Import.ImportStatus Status);

/// <summary>A change of many leads went on, at most four times a second, or changed its state. Published after the commit.</summary>
/// <param name="ActId">The act.</param>
/// <param name="State">Its state.</param>
public sealed record ActProgressed(long ActId, Acts.ActState State);

/// <summary>Fields, their options or their figures changed, or leads went on to follow a change. Published after the commit.</summary>
public sealed record FieldsChanged;

/// <summary>Companies, what is known of them, or their counts changed. Published after the commit.</summary>
public sealed record CompaniesChanged;

/// <summary>A person was erased. Published after the commit.</summary>
/// <param name="LeadId">The lead that was.</param>
public sealed record LeadErased(long LeadId);
