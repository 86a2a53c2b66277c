using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LeadStudio.Api;

/// <summary>Writes a place in a list that is read by position as a text that callers send back as it is.</summary>
internal static class OffsetCursor
{
    /// <summary>Writes a place.</summary>
    /// <param name="list">What the list is and in which order, so that a cursor of another one is noticed.</param>
    /// <param name="offset">How many rows are before it.</param>
    /// <returns>Letters, digits, minus and underscore.</returns>
    public static string Write(string list, long offset) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{offset} {list}")));

    /// <summary>Reads a place.</summary>
    /// <param name="cursor">What a caller sent; null for the beginning.</param>
    /// <param name="list">What the list is and in which order.</param>
    /// <returns>How many rows are before it; null where the text is none of this list.</returns>
    public static long? Read(string? cursor, string list)
    {
        if (cursor is null)
        {
            return 0;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2);
        return parts.Length == 2 && parts[1] == list && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
    }
}
