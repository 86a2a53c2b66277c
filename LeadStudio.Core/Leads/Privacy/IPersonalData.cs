using System.Text.Json;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>What a slice keeps about people. Each slice that keeps anything by lead registers one.</summary>
public interface IPersonalData
{
    /// <summary>Deletes all that the slice knows of a person, in the transaction of the erasure.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="person">Who is erased.</param>
    /// <param name="cancellationToken">Stops the erasure; nothing is erased then.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    Task EraseAsync(LeadStudioDbContext db, Person person, CancellationToken cancellationToken);

    /// <summary>Writes all that the slice knows of a person as properties of a JSON object that is open.</summary>
    /// <param name="db">The context; its connection must be open.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="json">Takes the properties.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A task that ends when it is written.</returns>
    Task ExportAsync(LeadStudioDbContext db, long leadId, Utf8JsonWriter json, CancellationToken cancellationToken);
}

/// <summary>Who is erased, and by what to know them where no lead is named.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Marks">The e-mail addresses and external ids that the lead has or had, as they were written; none is shorter than 4 characters.</param>
public sealed record Person(long LeadId, IReadOnlyList<string> Marks);
