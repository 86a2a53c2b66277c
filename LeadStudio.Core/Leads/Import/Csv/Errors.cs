using LeadStudio.Core.Common;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>The file holds something else than comma-separated text.</summary>
/// <param name="Message">What it holds, and how to get a CSV file out of it.</param>
public sealed record FileIsNoCsv(string Message) : InvalidError(Message);
