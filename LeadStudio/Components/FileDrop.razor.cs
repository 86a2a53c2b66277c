using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LeadStudio.Components;

/// <summary>A place to drop a file on, or to choose one by mouse or keyboard.</summary>
public sealed partial class FileDrop
{
    private IBrowserFile? _file;

    /// <summary>Gets or sets what it asks for.</summary>
    [Parameter]
    public string Text { get; set; } = "Drop a file here";

    /// <summary>Gets or sets which files are offered, such as <c>.csv,.txt</c>; all by default.</summary>
    [Parameter]
    public string? Accept { get; set; }

    /// <summary>Gets or sets whether it takes no file now.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Gets or sets what is called with the file.</summary>
    [Parameter]
    public EventCallback<IBrowserFile> OnFile { get; set; }

    /// <summary>Says a size in the unit that fits.</summary>
    internal static string SizeText(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };

    private Task OnChangeAsync(InputFileChangeEventArgs change)
    {
        _file = change.File;
        return OnFile.InvokeAsync(change.File);
    }
}
