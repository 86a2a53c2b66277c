using System.Text.Json;

namespace LeadStudio.Tests.Api;

internal static class JsonElementExtensions
{
    public static long? GetInt64OrNull(this JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetInt64();
}
