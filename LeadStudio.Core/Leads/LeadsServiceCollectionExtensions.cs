using LeadStudio.Core.Leads.Acts;
using LeadStudio.Core.Leads.Companies;
using LeadStudio.Core.Leads.Demo;
using LeadStudio.Core.Leads.Export;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Fields.Figures;
using LeadStudio.Core.Leads.Import;
using LeadStudio.Core.Leads.Import.Companies;
using LeadStudio.Core.Leads.Intake;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Core.Leads.Past;
using LeadStudio.Core.Leads.Privacy;
using LeadStudio.Core.Leads.Recording;
using LeadStudio.Core.Leads.Standings;
using LeadStudio.Core.Leads.Stats;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Leads.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadStudio.Core.Leads;

/// <summary>Registers the Leads slice.</summary>
public static class LeadsServiceCollectionExtensions
{
    /// <summary>Adds leads, their fields and their stores.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration; see <see cref="LeadsOptions"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddLeads(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<LeadsOptions>().Bind(configuration.GetSection(LeadsOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddFields()
            .AddSingleton<LeadJournal>()
            .AddSingleton<CompanyCounts>()
            .AddSingleton<CompanyMatches>()
            .AddSingleton<ICompanyRecorder, CompanyRecorder>()
            .AddSingleton<ICompanyStore, EfCompanyStore>()
            .AddSingleton<ILeadRecorder, LeadRecorder>()
            .AddSingleton<IStandingWriter, StandingWriter>()
            .AddSingleton<ILeadStore, EfLeadStore>()
            .AddSingleton<ILeadSnapshots, LeadSnapshots>()
            .AddSingleton<ILeadStats, LeadStats>()
            .AddSingleton<IntakeWriter>()
            .AddSingleton<ILeadIntake, LeadIntake>()
            .AddSingleton<ILeadNotes, EfLeadNotes>()
            .AddSingleton<ILeadPast, EfLeadPast>()
            .AddSingleton<ILeadTouches, NoteTouches>()
            .AddSingleton<IDemoData, DemoData>()
            .AddPrivacy()
            .AddSingleton<ISavedViews, EfSavedViews>()
            .AddSingleton<ILeadExport, LeadExport>()
            .AddSingleton<LeadRemoval>()
            .AddSingleton<LeadFallback>()
            .AddImport()
            .AddListing()
            .AddActs();
    }

    private static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddSingleton<UploadErasure>()
            .AddSingleton<IPersonalData, LeadsPersonalData>()
            .AddSingleton<IPersonalData, AuditPersonalData>()
            .AddSingleton<IErasure, EfErasure>();

    private static IServiceCollection AddFields(this IServiceCollection services) =>
        services
            .AddSingleton<EfFieldCatalog>()
            .AddSingleton<IFieldCatalog>(provider => provider.GetRequiredService<EfFieldCatalog>())
            .AddSingleton<FieldJournal>()
            .AddSingleton<ConversionScan>()
            .AddSingleton<FieldUseCheck>()
            .AddSingleton<IFieldChanges, EfFieldChanges>()
            .AddSingleton<IFieldOptions, EfFieldOptions>()
            .AddSingleton<FieldFigureCounts>()
            .AddSingleton<IFieldFigures>(provider => provider.GetRequiredService<FieldFigureCounts>())
            .AddSingleton<FieldSlice>()
            .AddSingleton<FieldReplay>()
            .AddSingleton<PhoneReplay>()
            .AddHostedService<FieldWorker>();

    private static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.TryAddSingleton(new ImportLimits());
        return services
            .AddSingleton<ImportFiles>()
            .AddSingleton<MappingMemory>()
            .AddSingleton<ForeignIds>()
            .AddSingleton<ImportWork>()
            .AddSingleton<CompanyChunkWriter>()
            .AddSingleton<CompanyImport>()
            .AddSingleton<CompanyImportUndo>()
            .AddSingleton<ImportRunner>()
            .AddSingleton<IImportRunner>(provider => provider.GetRequiredService<ImportRunner>())
            .AddSingleton<IImports, ImportService>()
            .AddSingleton<ImportedLeads>()
            .AddSingleton<UndoPiece>()
            .AddSingleton<UndoRunner>()
            .AddSingleton<IImportUndo, ImportUndo>()
            .AddHostedService<UndoWorker>();
    }
}
