namespace LeadStudio.Features.Leads.List;

/// <summary>What changed about a list and is not shown yet, because rows would jump.</summary>
/// <param name="New">How many leads belong to it and are new.</param>
/// <param name="Moved">How many rows would stand elsewhere, or would be gone.</param>
/// <param name="IsOrderUnknown">Whether so much changed that the order may be quite another.</param>
public readonly record struct ListNews(int New, int Moved, bool IsOrderUnknown)
{
    /// <summary>Gets a value indicating whether there is nothing to tell.</summary>
    public bool IsNone => New == 0 && Moved == 0 && !IsOrderUnknown;

    /// <summary>Gets the words for it.</summary>
    public string Text
    {
        get
        {
            List<string> parts = [];
            if (New > 0)
            {
                parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{New:N0} new"));
            }

            if (IsOrderUnknown)
            {
                parts.Add("many changed");
            }
            else if (Moved > 0)
            {
                parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Moved:N0} moved"));
            }

            return string.Join(" · ", parts);
        }
    }
}
