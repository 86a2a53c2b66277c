using System.ComponentModel;

namespace LeadStudio.Hosting;

/// <summary>Reads settings so that a mistake is named by its key.</summary>
internal static class Settings
{
    /// <summary>Reads a section of the configuration.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="configuration">The application's configuration.</param>
    /// <param name="section">The name of the section.</param>
    /// <returns>The options, with their defaults for what is not set.</returns>
    /// <exception cref="SettingException">A value does not fit; the message names its key and says what would fit.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : new()
    {
        foreach (var property in typeof(T).GetProperties())
        {
            var key = $"{section}:{property.Name}";
            if (configuration[key] is { Length: > 0 } text && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text))
            {
                throw new SettingException($"{key} is \"{text}\". Set it to {Expected(property.PropertyType)}, or remove it.");
            }
        }

        return configuration.GetSection(section).Get<T>() ?? new T();
    }

    private static string Expected(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(TimeSpan) ? "a time such as 00:05:00"
        : $"a value of the kind {type.Name}";
}

/// <summary>The settings do not allow LeadStudio to start. The message says which one, and what to set.</summary>
/// <param name="message">A sentence for whoever starts LeadStudio.</param>
public sealed class SettingException(string message) : Exception(message);
