using LeadStudio.Components.Shortcuts;
using LeadStudio.Components.Time;
using LeadStudio.Components.Toasts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadStudio.Components;

/// <summary>Registers what the shared components need.</summary>
public static class ComponentServiceCollectionExtensions
{
    /// <summary>Adds messages, the user's clock and shortcuts, one of each per open page.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLeadStudioComponents(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<ToastQueue>();
        services.AddScoped<IToasts>(provider => provider.GetRequiredService<ToastQueue>());
        services.AddScoped<UserClock>();
        services.AddScoped<ShortcutRegistry>();
        return services;
    }
}
