using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Choice;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Saving;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Tests.Learning.Saving;

public sealed class SavedModelTests
{
    private static readonly Calibrator[] s_calibrators = [new Uncalibrated(), new PlattScaling(0.8, -0.1), new IsotonicMap([0.1, 0.6], [0, 0.9])];

    [Property(MaxTest = 20)]
    public void Read_WhatWasWritten_PredictsAndExplainsTheSame(int seed, bool trees, byte calibrator)
    {
        var model = Train(seed, trees, s_calibrators[calibrator % s_calibrators.Length]);

        var read = Read(Write(model)).Value!;

        // Rows as they come later: with new categories, without a column, and with texts for numbers.
        var rows = Table(seed + 1, isLater: true);
        Assert.Equal(model.Probabilities(rows), read.Probabilities(rows));
        var (expected, contributions) = (new double[model.Encoder.Features.Length], new double[model.Encoder.Features.Length]);
        Cell[] cells = [Cell.Of(4.5), Cell.Of("nobody knows"), Cell.Of("7"), default];
        Assert.Equal(model.Explain(cells, DateTimeOffset.UnixEpoch, expected), read.Explain(cells, DateTimeOffset.UnixEpoch, contributions));
        Assert.Equal(expected, contributions);
        Assert.Equal(model.Probability(cells, DateTimeOffset.UnixEpoch), read.Probability(cells, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Of_AChoice_IsItsModelWithItsCalibration()
    {
        var table = Table(1);
        var encoder = TableEncoder.Fit(table).Value!;
        var choice = ModelChooser.Choose(
            new TrainingSet(encoder.Encode(table), Labels(table)), new ChoiceOptions { Candidates = [new LinearCandidate("Line", new LogisticRegressionOptions())] }).Value!;

        var model = SavedModel.Of(encoder, choice);

        Assert.Same(choice.Trained.Model, model.Model);
        Assert.Equal(choice.Calibration.Calibrator, model.Calibrator);
    }

    [Fact]
    public void SavedModel_ModelOfOtherFeatures_IsRefused()
    {
        var model = Train(1, trees: true, new Uncalibrated());
        var other = TableEncoder.Fit(new ColumnTable([Column.Of("other", [1.0, 2.0])], new DateTimeOffset[2])).Value!;

        Assert.Contains("other features", Assert.Throws<ArgumentException>(() => new SavedModel(other, model.Model, model.Calibrator)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CutOffAnywhere_IsRefused(bool trees)
    {
        var bytes = Write(Train(1, trees, s_calibrators[1], count: 2));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.IsType<ModelFileRefused>(Read(bytes[..length]).Error);
        }
    }

    [Property(MaxTest = 300)]
    public void Read_BytesChangedByChance_IsRefusedOrAModel(int seed, bool trees)
    {
        var bytes = Write(Train(1, trees, s_calibrators[2]));
        var random = new Random(seed);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"0123456789-{}[]\",:."[random.Next(19)];
        }

        var read = Read(bytes);

        Assert.True(read.IsSuccess || read.Error is ModelFileRefused);
        Assert.True(!read.IsSuccess || read.Value.Probabilities(Table(2)).All(probability => probability is >= 0 and <= 1));
    }

    [Theory]
    [InlineData("version", "2", "version 2")]
    [InlineData("version", "\"1\"", "version")]
    [InlineData("encoder", "null", "")]
    [InlineData("encoder", null, "encoder")]
    [InlineData("calibrator", "null", "calibration")]
    [InlineData("calibrator", "{\"kind\":\"magic\"}", "magic")]
    [InlineData("calibrator", null, "calibration")]
    [InlineData("line", "{}", "line or trees")]
    [InlineData("note", "{}", "does not know")]
    [InlineData("version", "99999999999999999999", "another version")]
    [InlineData("baseMargin", "1e99", "margin")]
    [InlineData("baseMargin", null, "margin")]
    [InlineData("trees", "{}", "trees of the model are damaged")]
    [InlineData("trees", null, "trees")]
    public void Read_DamagedPart_SaysWhatToDo(string part, string? value, string word)
    {
        var json = JsonNode.Parse(Write(Train(1, trees: true, new Uncalibrated())))!.AsObject();
        json.Remove(part);
        if (value is not null)
        {
            json[part] = JsonNode.Parse(value);
        }

        var error = Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error);

        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartsOfDifferentModels_IsRefused()
    {
        var (json, other) = (JsonNode.Parse(Write(Train(1, trees: true, new Uncalibrated())))!, JsonNode.Parse(Write(Train(1, trees: false, new Uncalibrated())))!);
        other["encoder"]!["columns"]!.AsArray().RemoveAt(0);
        json["encoder"] = other["encoder"]!.DeepClone();

        Assert.Contains("different models", Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error).Message, StringComparison.Ordinal);
        Assert.Contains("different models", Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(other.ToJsonString())).Error).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ColumnsOfTheEncoderInAnotherOrder_IsRefused(bool trees)
    {
        var json = JsonNode.Parse(Write(Train(1, trees, new Uncalibrated())))!;
        var columns = json["encoder"]!["columns"]!;
        json["encoder"]!["columns"] = new JsonArray([.. new[] { 2, 1, 0, 3 }.Select(at => columns[at]!.DeepClone())]);

        var error = Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error);

        Assert.Contains("different models", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\":1,", "\"version\":1,")]
    [InlineData("", " {}")]
    [InlineData("{\"\\ud800\":1,", null)]
    [InlineData("{\"vers\\u0069on\":1,", null)]
    public void Read_SomethingAdded_IsRefused(string start, string? rest)
    {
        var text = Encoding.UTF8.GetString(Write(Train(1, trees: true, new Uncalibrated())));

        var changed = start.Length == 0 ? text + rest : start + rest + text[1..];

        Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(changed)).Error);
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
            var json = Encoding.UTF8.GetString(Write(Train(1, trees, s_calibrators[1])));

            var read = Read(Encoding.UTF8.GetBytes(json.Replace(text, "\"\\ud800\"", StringComparison.OrdinalIgnoreCase)));

            Assert.True(read.IsSuccess || read.Error is ModelFileRefused);
        }
    }

    [Fact]
    public void Read_HugeCalibration_IsRefusedWithoutBuildingIt()
    {
        var json = JsonNode.Parse(Write(Train(1, trees: false, new Uncalibrated())))!;
        json["calibrator"] = "here";
        var parts = json.ToJsonString().Split("\"here\"");
        var bytes = Encoding.UTF8.GetBytes($"{parts[0]}[0{new StringBuilder().Insert(0, ",0", 34_000_000)}]{parts[1]}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.IsType<ModelFileRefused>(Read(bytes).Error);

        Assert.Contains("67,108,864 bytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5L * bytes.Length);
    }

    [Property(MaxTest = 40)]
    public void Read_WhatWasWritten_PredictsTheSameOnCellsOfAnyType(int seed, bool trees, byte calibrator)
    {
        var model = Train(seed % 5, trees, s_calibrators[calibrator % s_calibrators.Length]);
        var read = Read(Write(model)).Value!;
        var random = new Random(seed);

        for (var row = 0; row < 50; row++)
        {
            var cells = Enumerable.Range(0, model.Encoder.Features.Length).Select(_ => AnyCell(random)).ToArray();
            var asOf = DateTimeOffset.UnixEpoch.AddDays(random.Next(2_000));
            var (expected, contributions) = (new double[cells.Length], new double[cells.Length]);

            var start = model.Explain(cells, asOf, expected);

            Assert.Equal(start, read.Explain(cells, asOf, contributions));
            Assert.Equal(expected, contributions);
            Assert.Equal(model.Margin(cells, asOf), read.Margin(cells, asOf));
            Assert.Equal(start + expected.Sum(), model.Margin(cells, asOf), 1e-4);
            Assert.Equal(model.Probability(cells, asOf), read.Probability(cells, asOf));
            Assert.InRange(model.Probability(cells, asOf), 0, 1);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"learner\":{}}")]
    [InlineData("\xFF\xFE")]
    public void Read_ForeignFile_IsRefused(string text) => Assert.IsType<ModelFileRefused>(Read(Encoding.Latin1.GetBytes(text)).Error);

    [Fact]
    public void Read_DeepFile_IsRefused() => Assert.IsType<ModelFileRefused>(Read(Encoding.UTF8.GetBytes(new string('[', 1_000_000))).Error);

    [Fact]
    public void Read_LargerThanAllowed_IsRefusedWithoutReadingAllOfIt()
    {
        using var endless = new Endless();

        Assert.Contains("1,000,000", Assert.IsType<ModelFileRefused>(SavedModelFile.Read(endless, mostBytes: 1_000_000).Error).Message, StringComparison.Ordinal);
        Assert.InRange(endless.Taken, 1_000_001, 1_100_000);
    }

    private static Cell AnyCell(Random random) => random.Next(9) switch
    {
        0 => default,
        1 => Cell.Of(random.NextDouble() * 12),
        2 => Cell.Of(random.Next(2) == 0 ? double.PositiveInfinity : double.NegativeInfinity),
        3 => Cell.Of(random.Next(2) == 0),
        4 => Cell.Of(DateTimeOffset.UnixEpoch.AddDays(random.Next(2_000))),
        5 => Cell.Of($"title {random.Next(5)}"),
        6 => Cell.Of($"{random.Next(12)}"),
        7 => Cell.Of($"2{random.Next(1_000):000}-05-06"),
        _ => Cell.Of($"new {random.Next()}"),
    };

    private static SavedModel Train(int seed, bool trees, Calibrator calibrator, int count = 6)
    {
        var table = Table(seed);
        var encoder = TableEncoder.Fit(table).Value!;
        ITrainer trainer = trees ? new TreeTrainer(new TreeOptions { Trees = count, MaxDepth = 4 }) : new LogisticRegressionTrainer(new LogisticRegressionOptions());
        return new SavedModel(encoder, trainer.Train(new TrainingSet(encoder.Encode(table), Labels(table))).Value!.Model, calibrator);
    }

    // XGBoost does not allow the name of the first column.
    private static ColumnTable Table(int seed, bool isLater = false)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 200).ToArray();
        var numbers = Column.Of("size [people] < 9", Array.ConvertAll(rows, _ => random.Next(8) == 0 ? null : (double?)Math.Round(random.NextDouble() * 10, 2)));
        var texts = Column.Of("title", Array.ConvertAll(rows, _ => random.Next(9) == 0 ? null : (string?)$"{(isLater ? "new " : "")}title {random.Next(5)}"));
        var visits = Array.ConvertAll(rows, _ => random.Next(20));
        var counts = isLater ? Column.Of("visits", Array.ConvertAll(visits, visit => (string?)$"{visit}")) : Column.Of("visits", Array.ConvertAll(visits, visit => (double?)visit));
        var dates = Column.Of("seen", Array.ConvertAll(rows, _ => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddDays(random.Next(900))));
        var asOf = Array.ConvertAll(rows, _ => DateTimeOffset.UnixEpoch.AddDays(1_000));
        return new ColumnTable(isLater ? [counts, texts, numbers] : [numbers, texts, counts, dates], asOf);
    }

    private static bool[] Labels(ColumnTable table)
    {
        var numbers = TableEncoder.Fit(table).Value!.Encode(table);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => row == 0 || (row > 1 && numbers.Row(row)[0] + (numbers.Row(row)[2] / 4) > 7))];
    }

    private static byte[] Write(SavedModel model)
    {
        using var file = new MemoryStream();
        SavedModelFile.Write(model, file);
        return file.ToArray();
    }

    private static Core.Common.Result<SavedModel> Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return SavedModelFile.Read(file);
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
