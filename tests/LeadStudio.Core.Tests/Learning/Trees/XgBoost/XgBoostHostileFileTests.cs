using System.Diagnostics;
using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

public sealed class XgBoostHostileFileTests
{
    private static readonly byte[][] s_files = [ModelWorld.Json(ModelWorld.Train(trees: 2)), ModelWorld.Ubjson(ModelWorld.Train(trees: 2)), ModelFiles.OfOneTree()];

    [Property(MaxTest = 500)]
    public void Read_RandomBytes_IsRefused(byte[] bytes)
    {
        AssertRefused(bytes);
        AssertRefused([.. "{"u8, .. bytes]);
        AssertRefused([.. "{\"learner\":{"u8, .. bytes]);
        AssertRefused([.. "{L\0\0\0\0\0\0\0\alearner"u8, .. bytes]);
    }

    [Property(MaxTest = 300)]
    public void Read_AFileCutOffAnywhere_IsRefused(ushort place)
    {
        foreach (var file in s_files)
        {
            AssertRefused(file[..(place % (file.Length - 1))]);
        }
    }

    [Property(MaxTest = 1_000)]
    public void Read_AFileWithAFewBytesChanged_NeverThrowsAndWhatItReadsPredicts((ushort Place, byte Value)[] changes)
    {
        foreach (var file in s_files)
        {
            var changed = file.ToArray();
            foreach (var (place, value) in changes)
            {
                changed[place % changed.Length] = value;
            }

            AssertReadOrRefused(changed);
        }
    }

    [Property(MaxTest = 500)]
    public void Read_AFileWithAPartMoved_NeverThrowsAndWhatItReadsPredicts(ushort from, byte count, ushort to)
    {
        foreach (var file in s_files)
        {
            var start = from % file.Length;
            var part = file[start..Math.Min(file.Length, start + count)];
            AssertReadOrRefused([.. file[..(to % file.Length)], .. part, .. file[(to % file.Length)..]]);
        }
    }

    private static void AssertReadOrRefused(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        var result = XgBoostModel.Read(new MemoryStream(file));
        if (result.Value is { } model)
        {
            Assert.False(float.IsNaN(model.Margin(new float[model.Features.Length])));
            model.Explain(new float[model.Features.Length], new double[model.Features.Length]);
        }
        else
        {
            Assert.IsType<ModelFileRefused>(result.Error);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static void AssertRefused(byte[] file) => Assert.IsType<ModelFileRefused>(XgBoostModel.Read(new MemoryStream(file)).Error);
}
