using System.Runtime.InteropServices;
using LeadStudio.Core.Learning.Data;

namespace LeadStudio.Benchmarks.Trees;

/// <summary>The rows of the benchmark, as peers/trees.py writes them.</summary>
internal sealed class TreeRows
{
    public const int Width = 40;
    public const int Training = 200_000;
    private const int Numbers = 25;

    private readonly float[] _values;
    private readonly bool[] _labels;

    private TreeRows(float[] values, bool[] labels) => (_values, _labels) = (values, labels);

    /// <summary>Gets the rows that are not learned from.</summary>
    public ReadOnlyMemory<float> Kept => _values.AsMemory(Training * Width);

    /// <summary>Gets their outcomes.</summary>
    public ReadOnlySpan<bool> KeptLabels => _labels.AsSpan(Training);

    public static TreeRows Read(string folder) => new(
        ReadNumbers(Path.Combine(folder, "x.f32")),
        Array.ConvertAll(ReadNumbers(Path.Combine(folder, "y.f32")), label => label == 1));

    /// <summary>The rows to learn from, repeated.</summary>
    public TrainingSet Take(bool categories, int times = 1)
    {
        var values = new float[Training * Width * times];
        var labels = new bool[Training * times];
        for (var time = 0; time < times; time++)
        {
            _values.AsSpan(0, Training * Width).CopyTo(values.AsSpan(time * Training * Width));
            _labels.AsSpan(0, Training).CopyTo(labels.AsSpan(time * Training));
        }

        return new TrainingSet(
            new FeatureMatrix([.. Enumerable.Range(0, Width).Select(at => new Feature($"f{at}", categories && at >= Numbers ? FeatureKind.Category : FeatureKind.Number))], values),
            labels);
    }

    private static float[] ReadNumbers(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
}
