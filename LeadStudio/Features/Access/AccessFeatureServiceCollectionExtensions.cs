using LeadStudio.Features.Access.Entrance;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Features.Access;

/// <summary>Registers the pages of sign-in, users and keys.</summary>
internal static class AccessFeatureServiceCollectionExtensions
{
    public static IServiceCollection AddAccessFeature(this IServiceCollection services) => services
        .AddScoped<DemoAccounts>()
        .AddHostedService<DemoAccountsLoading>()
        .AddHostedService<SetUpNotice>(); // after it: with them there are users
}
