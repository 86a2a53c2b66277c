using LeadStudio.Core.Access;
using LeadStudio.Features.Access.Entrance;
using LeadStudio.Hosting.Access;
using LeadStudio.Layout;

namespace LeadStudio.Features.Access;

/// <summary>Registers the pages of sign-in, users and keys.</summary>
internal static class AccessFeatureServiceCollectionExtensions
{
    public static IServiceCollection AddAccessFeature(this IServiceCollection services) => services
        .AddNavEntry(new NavEntry(NavGroup.Operations, Order: 20, "Users", "/users", "group", Scopes.Admin, Key: 'u'))
        .AddNavEntry(new NavEntry(NavGroup.Operations, Order: 30, "API keys", "/keys", "key", Scopes.Admin, Key: 'k'))
        .AddNavEntry(new NavEntry(NavGroup.Operations, Order: 50, "Audit trail", "/audit", "policy", Scopes.Admin, Key: 'a'))
        .AddScoped<DemoAccounts>()
        .AddHostedService<DemoAccountsLoading>()
        .AddHostedService<SetUpNotice>(); // after it: with them there are users
}
