namespace LeadStudio.Core.Common;

/// <summary>Reads the text files that are built into this assembly beside the code that uses them.</summary>
internal static class EmbeddedText
{
    public static string Read(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(beside, name)
            ?? throw new InvalidOperationException($"{beside.Namespace}.{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
