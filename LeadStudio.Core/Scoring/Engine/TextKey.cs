using System.Runtime.CompilerServices;

namespace LeadStudio.Core.Scoring.Engine;

/// <summary>Length, first, middle and last character of a text in one number: two texts with different keys differ.</summary>
internal static class TextKey
{
    /// <summary>Up to this length the key holds the whole text, so equal keys mean equal texts.</summary>
    public const int ExactLength = 3;

    /// <summary>Gives the key, 0 for a missing or empty text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(string? text) => text is null or { Length: 0 }
        ? 0
        : ((ulong)Math.Min(text.Length, 0xFFFF) << 48) | ((ulong)text[0] << 32) | ((ulong)text[text.Length >> 1] << 16) | text[^1];
}
