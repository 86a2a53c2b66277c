using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Saving;

namespace LeadStudio.Core.Tests.Learning.Saving;

/// <summary>Files that are cut off, changed by chance, foreign, deep or too large.</summary>
public sealed class SavedModelHostileFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CutOffAnywhere_IsRefused(bool trees)
    {
        var bytes = SavedModels.Write(SavedModels.Train(1, trees, SavedModels.Calibrators[1], count: 2));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.IsType<ModelFileRefused>(SavedModels.Read(bytes[..length]).Error);
        }
    }

    [Property(MaxTest = 300)]
    public void Read_BytesChangedByChance_IsRefusedOrAModel(int seed, bool trees)
    {
        var bytes = SavedModels.Write(SavedModels.Train(1, trees, SavedModels.Calibrators[2]));
        var random = new Random(seed);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"0123456789-{}[]\",:."[random.Next(19)];
        }

        var read = SavedModels.Read(bytes);

        Assert.True(read.IsSuccess || read.Error is ModelFileRefused);
        Assert.True(!read.IsSuccess || read.Value.Probabilities(SavedModels.Table(2)).All(probability => probability is >= 0 and <= 1));
    }

    [Theory]
    [InlineData("{\"version\":1,", "\"version\":1,")]
    [InlineData("", " {}")]
    [InlineData("{\"\\ud800\":1,", null)]
    [InlineData("{\"vers\\u0069on\":1,", null)]
    public void Read_SomethingAdded_IsRefused(string start, string? rest)
    {
        var text = Encoding.UTF8.GetString(SavedModels.Write(SavedModels.Train(1, trees: true, new Uncalibrated())));

        var changed = start.Length == 0 ? text + rest : start + rest + text[1..];

        Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(changed)).Error);
    }

    [Theory]
    [InlineData("\"platt\"")]
    [InlineData("\"slope\"")]
    [InlineData("\"title 1\"")]
    [InlineData("\"levels\"")]
    [InlineData("\"Text\"")]
    [InlineData("\"feature_names\"")]
    [InlineData("\"gbtree\"")]
    [InlineData("\"Category\"")]
    [InlineData("\"At\"")]
    public void Read_HalfACharacter_IsRefusedOrAModel(string text)
    {
        foreach (var trees in new[] { true, false })
        {
            var json = Encoding.UTF8.GetString(SavedModels.Write(SavedModels.Train(1, trees, SavedModels.Calibrators[1])));

            var read = SavedModels.Read(Encoding.UTF8.GetBytes(json.Replace(text, "\"\\ud800\"", StringComparison.OrdinalIgnoreCase)));

            Assert.True(read.IsSuccess || read.Error is ModelFileRefused);
        }
    }

    [Fact]
    public void Read_HugeCalibration_IsRefusedWithoutBuildingIt()
    {
        var json = JsonNode.Parse(SavedModels.Write(SavedModels.Train(1, trees: false, new Uncalibrated())))!;
        json["calibrator"] = "here";
        var parts = json.ToJsonString().Split("\"here\"");
        var bytes = Encoding.UTF8.GetBytes($"{parts[0]}[0{new StringBuilder().Insert(0, ",0", 34_000_000)}]{parts[1]}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.IsType<ModelFileRefused>(SavedModels.Read(bytes).Error);

        Assert.Contains("67,108,864 bytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5L * bytes.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"learner\":{}}")]
    [InlineData("\xFF\xFE")]
    public void Read_ForeignFile_IsRefused(string text) => Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.Latin1.GetBytes(text)).Error);

    [Fact]
    public void Read_DeepFile_IsRefused() => Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(new string('[', 1_000_000))).Error);

    [Fact]
    public void Read_LargerThanAllowed_IsRefusedWithoutReadingAllOfIt()
    {
        using var endless = new Endless();

        Assert.Contains("1,000,000", Assert.IsType<ModelFileRefused>(SavedModelFile.Read(endless, mostBytes: 1_000_000).Error).Message, StringComparison.Ordinal);
        Assert.InRange(endless.Taken, 1_000_001, 1_100_000);
    }

    private sealed class Endless : MemoryStream
    {
        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'[');
            Taken += buffer.Length;
            return buffer.Length;
        }
    }
}
