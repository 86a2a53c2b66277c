using LeadStudio.Core.Common;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Saving;
using LeadStudio.Core.Learning.Trees;

namespace LeadStudio.Core.Tests.Learning.Saving;

/// <summary>Models of rows made by chance, and their files.</summary>
internal static class SavedModels
{
    public static Calibrator[] Calibrators { get; } = [new Uncalibrated(), new PlattScaling(0.8, -0.1), new IsotonicMap([0.1, 0.6], [0, 0.9])];

    public static SavedModel Train(int seed, bool trees, Calibrator calibrator, int count = 6)
    {
        var table = Table(seed);
        var encoder = TableEncoder.Fit(table).Value!;
        ITrainer trainer = trees ? new TreeTrainer(new TreeOptions { Trees = count, MaxDepth = 4 }) : new LogisticRegressionTrainer(new LogisticRegressionOptions());
        return new SavedModel(encoder, trainer.Train(new TrainingSet(encoder.Encode(table), Labels(table))).Value!.Model, calibrator);
    }

    // XGBoost does not allow the name of the first column.
    public static ColumnTable Table(int seed, bool isLater = false)
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

    public static bool[] Labels(ColumnTable table)
    {
        var numbers = TableEncoder.Fit(table).Value!.Encode(table);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => row == 0 || (row > 1 && numbers.Row(row)[0] + (numbers.Row(row)[2] / 4) > 7))];
    }

    public static byte[] Write(SavedModel model)
    {
        using var file = new MemoryStream();
        SavedModelFile.Write(model, file);
        return file.ToArray();
    }

    public static Result<SavedModel> Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return SavedModelFile.Read(file);
    }
}
