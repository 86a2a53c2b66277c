using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace LeadStudio.Components;

/// <summary>A person's initials on a colour that is always the same for the same name.</summary>
public sealed partial class Avatar
{
    private const int Hues = 8; // as many as the sheet has

    /// <summary>Gets or sets whose it is.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    // Letters as people see them: "Ø", an emoji or an accented letter may be several chars.
    private string Initials
    {
        get
        {
            var words = Name.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [] => "?",
                [var only] => First(only),
                [var first, .., var last] => First(first) + First(last),
            };
        }
    }

    // Not string.GetHashCode, which differs from process to process.
    private int Hue => (int)(Encoding.UTF8.GetBytes(Name).Aggregate(2166136261u, (hash, b) => (hash ^ b) * 16777619u) % Hues);

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
