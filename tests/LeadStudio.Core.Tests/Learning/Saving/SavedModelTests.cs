using FsCheck.Xunit;
using LeadStudio.Core.Learning.Calibration;
using LeadStudio.Core.Learning.Choice;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Encoders;
using LeadStudio.Core.Learning.Linear;
using LeadStudio.Core.Learning.Saving;

namespace LeadStudio.Core.Tests.Learning.Saving;

public sealed class SavedModelTests
{
    [Property(MaxTest = 20)]
    public void Read_WhatWasWritten_PredictsAndExplainsTheSame(int seed, bool trees, byte calibrator)
    {
        var model = SavedModels.Train(seed, trees, SavedModels.Calibrators[calibrator % SavedModels.Calibrators.Length]);

        var read = SavedModels.Read(SavedModels.Write(model)).Value!;

        // Rows as they come later: with new categories, without a column, and with texts for numbers.
        var rows = SavedModels.Table(seed + 1, isLater: true);
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
        var table = SavedModels.Table(1);
        var encoder = TableEncoder.Fit(table).Value!;
        var choice = ModelChooser.Choose(
            new TrainingSet(encoder.Encode(table), SavedModels.Labels(table)), new ChoiceOptions { Candidates = [new LinearCandidate("Line", new LogisticRegressionOptions())] }).Value!;

        var model = SavedModel.Of(encoder, choice);

        Assert.Same(choice.Trained.Model, model.Model);
        Assert.Equal(choice.Calibration.Calibrator, model.Calibrator);
    }

    [Fact]
    public void SavedModel_ModelOfOtherFeatures_IsRefused()
    {
        var model = SavedModels.Train(1, trees: true, new Uncalibrated());
        var other = TableEncoder.Fit(new ColumnTable([Column.Of("other", [1.0, 2.0])], new DateTimeOffset[2])).Value!;

        Assert.Contains("other features", Assert.Throws<ArgumentException>(() => new SavedModel(other, model.Model, model.Calibrator)).Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 40)]
    public void Read_WhatWasWritten_PredictsTheSameOnCellsOfAnyType(int seed, bool trees, byte calibrator)
    {
        var model = SavedModels.Train(seed % 5, trees, SavedModels.Calibrators[calibrator % SavedModels.Calibrators.Length]);
        var read = SavedModels.Read(SavedModels.Write(model)).Value!;
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
}
