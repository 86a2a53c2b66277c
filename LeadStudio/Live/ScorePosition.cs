using System.Globalization;

namespace LeadStudio.Live;

/// <summary>A place in the changes of scores: the number of the outbox's entry, and the place in the entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Place">The last change of it that was read, from 0; all of them where it is the greatest number.</param>
internal readonly record struct ScorePosition(long Entry, int Place = int.MaxValue)
{
    /// <summary>Reads a place.</summary>
    /// <param name="text">An entry's number, or one with a place: <c>812</c>, <c>812.17</c>.</param>
    /// <returns>The place; null where it is none.</returns>
    public static ScorePosition? Read(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && int.TryParse(parts.ElementAtOrDefault(1) ?? "2147483647", NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? new ScorePosition(entry, place)
                : null;
    }

    /// <summary>Writes it.</summary>
    public override string ToString() => Place == int.MaxValue
        ? Entry.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Entry}.{Place}");
}
