using System.Globalization;

namespace LeadStudio.Api;

/// <summary>Writes what programs read.</summary>
internal static class PlainText
{
    /// <summary>Writes an id: a text, as programs in JavaScript cannot hold all of them as numbers.</summary>
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a name of the code as the API has it.</summary>
    /// <typeparam name="T">The names.</typeparam>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
