using System.Globalization;
using System.Text;
using LeadStudio.Core.Common;

namespace LeadStudio.Core.Facts;

/// <summary>The facts of one lead, by slot. Made once and filled again for each lead, so that scoring allocates nothing. Not thread-safe.</summary>
public sealed class LeadFacts
{
    /// <summary>Makes room for the facts of a catalog, all missing.</summary>
    /// <param name="catalog">The catalog.</param>
    public LeadFacts(FactCatalog catalog)
        : this(catalog.TextSlots, catalog.NumberSlots)
    {
    }

    private LeadFacts(int texts, int numbers)
    {
        TextArray = new string?[texts];
        NumberArray = new double[numbers];
        Clear();
    }

    /// <summary>Gets the folded texts by text slot; missing is <see langword="null"/>, never an empty text.</summary>
    public Span<string?> Texts => TextArray;

    /// <summary>Gets the numbers by number slot; missing is NaN.</summary>
    public Span<double> Numbers => NumberArray;

    internal string?[] TextArray { get; }

    internal double[] NumberArray { get; }

    /// <summary>Makes all facts missing.</summary>
    public void Clear()
    {
        Array.Clear(TextArray);
        NumberArray.AsSpan().Fill(double.NaN);
    }

    /// <summary>Folds a text and keeps it; a text of spaces alone counts as missing.</summary>
    /// <param name="slot">The slot of a text fact.</param>
    /// <param name="text">The text, or <see langword="null"/> for missing.</param>
    public void SetText(FactSlot slot, string? text)
    {
        Require(slot, SlotKind.Text);
        TextArray[slot.Index] = text is not null && Folding.Fold(text) is { Length: > 0 } folded ? folded : null;
    }

    /// <summary>Keeps a number, an option's code, or 1 or 0.</summary>
    /// <param name="slot">The slot of a number, boolean, date or choice fact.</param>
    /// <param name="number">The number, or <see langword="null"/> for missing.</param>
    public void SetNumber(FactSlot slot, double? number)
    {
        Require(slot, SlotKind.Number);
        NumberArray[slot.Index] = number ?? double.NaN;
    }

    /// <summary>Keeps an instant.</summary>
    /// <param name="slot">The slot of a date fact.</param>
    /// <param name="instant">The instant, or <see langword="null"/> for missing.</param>
    public void SetInstant(FactSlot slot, DateTimeOffset? instant) =>
        SetNumber(slot, instant is { } value ? UtcMicroseconds.From(value) : null);

    /// <summary>Keeps the chosen options of a multi-choice; none counts as missing.</summary>
    /// <param name="slot">The slot of a multi-choice fact.</param>
    /// <param name="codes">The codes of the options, as <see cref="JoinCodes"/> takes them.</param>
    public void SetCodes(FactSlot slot, params ReadOnlySpan<int> codes)
    {
        Require(slot, SlotKind.Text);
        TextArray[slot.Index] = JoinCodes(codes);
    }

    /// <summary>Writes codes as text slots keep them: <c>|3|17|</c>.</summary>
    /// <param name="codes">The codes of the options.</param>
    /// <returns>The text, or <see langword="null"/> where there is no code.</returns>
    public static string? JoinCodes(params ReadOnlySpan<int> codes)
    {
        var text = new StringBuilder("|");
        foreach (var code in codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{code}|");
        }

        return codes.IsEmpty ? null : text.ToString();
    }

    private static void Require(FactSlot slot, SlotKind kind)
    {
        if (slot.Kind != kind)
        {
            throw new ArgumentException($"The slot is one of {slot.Kind}, not of {kind}.", nameof(slot));
        }
    }
}
