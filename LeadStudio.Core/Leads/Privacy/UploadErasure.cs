using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Leads.Privacy;

/// <summary>Erases people from what imports keep: rejected rows, and uploaded files that wait or were broken off.</summary>
internal sealed class UploadErasure(IDatabase database, ImportFiles files)
{
    /// <summary>Finds the uploads that hold a person. An import that runs would read on in a file that is gone, so it must end first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The imports whose files must go; or <see cref="ErasureMustWait"/>.</returns>
    public async Task<Result<IReadOnlyList<ImportJob>>> FindAsync(Person person, CancellationToken cancellationToken)
    {
        var kept = await database.ReadAsync(
            db => db.Set<ImportJob>().Where(job => job.Status != ImportStatus.Finished).ToListAsync(cancellationToken), cancellationToken);
        var search = new ByteSearch(person.Marks);
        var holding = new List<ImportJob>();
        foreach (var job in kept.Where(job => files.Exists(job.StoredName)))
        {
            await using var content = files.Open(job.StoredName);
            if (!await search.IsInAsync(content, cancellationToken))
            {
                continue;
            }

            if (job.Status is ImportStatus.Queued or ImportStatus.Running)
            {
                return new ErasureMustWait(job.FileName);
            }

            holding.Add(job);
        }

        return holding;
    }

    /// <summary>Deletes rejected rows of a person, and says at the imports why their files are gone.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="person">The person.</param>
    /// <param name="holding">The imports whose files hold the person.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many rejected rows there were.</returns>
    public static async Task<int> EraseRowsAsync(LeadStudioDbContext db, Person person, IReadOnlyList<ImportJob> holding, CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var mark in person.Marks)
        {
            rows += await db.Sql(
                "delete from import_rejects where lower(cells) like @mark escape '\\' or lower(reason) like @mark escape '\\'",
                ("mark", LeadsPersonalData.Like(mark))).RunAsync(cancellationToken);
            await db.Sql("update imports set file_name = @erased where lower(file_name) like @mark escape '\\'", ("erased", ErasureTrail.Mark), ("mark", LeadsPersonalData.Like(mark)))
                .RunAsync(cancellationToken);
        }

        foreach (var job in holding)
        {
            await db.Sql(
                "update imports set status = @status, error = @error where id = @id",
                ("id", job.Id),
                ("status", nameof(ImportStatus.Cancelled)),
                ("error", "The file held data of a person who was erased, and is deleted. Upload it again without that person.")).RunAsync(cancellationToken);
        }

        return rows;
    }

    /// <summary>Deletes the files.</summary>
    /// <param name="holding">Their imports.</param>
    public void Delete(IReadOnlyList<ImportJob> holding)
    {
        foreach (var job in holding)
        {
            files.Delete(job.StoredName);
        }
    }
}
