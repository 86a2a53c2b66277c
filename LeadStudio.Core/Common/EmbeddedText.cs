using System.IO.Compression;

namespace LeadStudio.Core.Common;

/// <summary>Reads the text files that are built into this assembly beside the code that uses them.</summary>
internal static class EmbeddedText
{
    public static string Read(Type beside, string name)
    {
        using var reader = new StreamReader(Open(beside, name));
        return reader.ReadToEnd();
    }

    /// <summary>Opens a file that <c>.ci/data-packs/pack.mjs</c> made.</summary>
    /// <param name="beside">A type in the namespace of its folder.</param>
    /// <param name="name">The name, without the <c>.br</c> at its end.</param>
    /// <returns>The file, unpacked while it is read.</returns>
    public static Stream OpenPacked(Type beside, string name) => new BrotliStream(Open(beside, $"{name}.br"), CompressionMode.Decompress);

    private static Stream Open(Type beside, string name) => beside.Assembly.GetManifestResourceStream(beside, name)
        ?? throw new InvalidOperationException($"{beside.Namespace}.{name} is not embedded in the assembly.");
}
