using System.Text;
using LeadStudio.Core.Access;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Persistence;
using LeadStudio.TestSupport;

namespace LeadStudio.Core.Tests.Leads.Import;

/// <summary>Imports files as a user who accepts what is suggested.</summary>
internal static class ImportScene
{
    public static Task<ImportJob> ImportAsync(this CoreFixture core, string csv, Func<ImportMapping, ImportMapping>? correct = null) =>
        core.ImportAsync(Encoding.UTF8.GetBytes(csv), correct);

    public static async Task<ImportJob> ImportAsync(this CoreFixture core, byte[] csv, Func<ImportMapping, ImportMapping>? correct = null)
    {
        var id = await core.StartImportAsync(csv, correct);

        await core.Get<ImportRunner>().DrainAsync(CancellationToken.None);

        return (await core.Get<IImports>().GetAsync(id)).Value!;
    }

    public static async Task<long> StartImportAsync(this CoreFixture core, byte[] csv, Func<ImportMapping, ImportMapping>? correct = null)
    {
        var imports = core.Get<IImports>();
        var upload = await imports.UploadAsync(new MemoryStream(csv), "leads.csv", Actor.LocalUser);
        Assert.Null(upload.Error);
        var analysis = await imports.AnalyzeAsync(upload.Value!.Id);
        Assert.Null(analysis.Error);
        var mapping = analysis.Value!.Mapping;
        var start = await imports.StartAsync(upload.Value.Id, correct is null ? mapping : correct(mapping));
        Assert.Null(start.Error);
        return upload.Value.Id;
    }

    public static Task<long> CountAsync(this CoreFixture core, string condition) =>
        core.Get<IDatabase>().ReadAsync(db => db.Sql($"select count(*) from leads where {condition}").NumberAsync());

    public static (long Created, long Updated, long Unchanged, long Rejected) Counts(this ImportJob job)
    {
        Assert.Null(job.Error);
        Assert.Equal(ImportStatus.Finished, job.Status);
        return (job.Created, job.Updated, job.Unchanged, job.Rejected);
    }
}
