using LeadStudio.Core.Leads.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Leads.Acts;

/// <summary>Registers changes of many leads, a part of the slice Leads.</summary>
internal static class ActsServiceCollectionExtensions
{
    public static IServiceCollection AddActs(this IServiceCollection services) =>
        services
            .AddSingleton(new LeadTable(LeadTable.Observations))
            .AddSingleton(new LeadTable(LeadTable.Standings))
            .AddSingleton(new LeadTable("score_history"))
            .AddSingleton(new LeadTable("lead_notes", IsByPeople: true))
            .AddSingleton<Trash>()
            .AddSingleton<ValuePiece>()
            .AddSingleton<DeletePiece>()
            .AddSingleton<LeadReturn>()
            .AddSingleton<RestorePiece>()
            .AddSingleton<MergePiece>()
            .AddSingleton<ActRunner>()
            .AddSingleton<IPersonalData, TrashPersonalData>()
            .AddSingleton<ILeadActs, LeadActs>()
            .AddHostedService<ActWorker>();
}
