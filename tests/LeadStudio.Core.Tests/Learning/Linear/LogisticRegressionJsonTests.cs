using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Linear;

namespace LeadStudio.Core.Tests.Learning.Linear;

public sealed class LogisticRegressionJsonTests
{
    private const string Whole =
        """{"version":1,"baseMargin":-1.5,"features":[{"name":"n","kind":"number"},{"name":"c","kind":"category"}],"terms":[{"feature":"n","kind":"line","at":0,"mean":2,"deviation":4,"weight":0.5},{"feature":"c","kind":"category","at":3,"mean":0.25,"deviation":1,"weight":-1}]}""";

    [Fact]
    public void Parse_WhatWasPrinted_PredictsTheSameBits()
    {
        var training = LinearData.Draw(1);
        var model = LinearData.Train(training);

        var read = LogisticRegressionJson.Parse(LogisticRegressionJson.Print(model)).Value;

        Assert.NotNull(read);
        Assert.Equal<LinearTerm>(model.Terms, read.Terms);
        Assert.Equal(LinearData.Margins(model, training.Features), LinearData.Margins(read, training.Features));
    }

    [Fact]
    public void Parse_AModelWrittenByHand_PredictsWhatItSays()
    {
        var model = LogisticRegressionJson.Parse(Whole).Value;

        Assert.NotNull(model);
        Assert.Equal(-1.5f + (0.5f * (10 - 2) / 4) - (1 - 0.25f), model.Margin([10, 3]));
        Assert.Equal(0.125, model.Terms[0].WeightPerUnit);
        Assert.Equal(-Math.Sqrt(0.25 * 0.75), model.Terms[1].WeightPerDeviation);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":0")]
    [InlineData("\"version\":1,", "")]
    [InlineData("\"version\":1,", "\"version\":1,\"code\":\"x\",")]
    [InlineData("-1.5", "1e999")]
    [InlineData("-1.5", "\"NaN\"")]
    [InlineData("\"weight\":0.5", "\"weight\":1e200")]
    [InlineData("\"weight\":0.5", "\"weight\":null")]
    [InlineData("\"deviation\":4", "\"deviation\":0")]
    [InlineData("\"deviation\":4", "\"deviation\":-1")]
    [InlineData("\"deviation\":4", "\"deviation\":1e-300")]
    [InlineData("\"kind\":\"line\"", "\"kind\":\"category\"")]
    [InlineData("\"kind\":\"line\"", "\"kind\":\"logarithm\"")]
    [InlineData("\"kind\":\"line\"", "\"kind\":\"cubic\"")]
    [InlineData("\"kind\":\"line\"", "\"kind\":99")]
    [InlineData("\"at\":3", "\"at\":3.5")]
    [InlineData("\"at\":3", "\"at\":254")]
    [InlineData("\"mean\":0.25", "\"mean\":1.5")]
    [InlineData("{\"feature\":\"n\"", "{\"feature\":\"x\"")]
    [InlineData("\"name\":\"n\"", "\"name\":\"c\"")]
    [InlineData("\"kind\":\"number\"", "\"kind\":5")]
    [InlineData("{\"name\":\"n\",\"kind\":\"number\"},", "null,")]
    [InlineData("\"terms\":[", "\"terms\":[null,")]
    [InlineData("\"terms\":[", "\"terms\":[{\"feature\":\"n\",\"kind\":\"line\",\"at\":0,\"mean\":0,\"deviation\":1,\"weight\":1},")]
    [InlineData("}]}", "}")]
    public void Parse_ADamagedFile_IsRefused(string part, string damage)
    {
        Assert.Contains(part, Whole, StringComparison.Ordinal);

        var error = Assert.IsType<ModelFileRefused>(LogisticRegressionJson.Parse(Whole.Replace(part, damage, StringComparison.Ordinal)).Error);

        Assert.EndsWith("Take the file again from where it was saved.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"learner\":{}}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void Parse_AForeignFile_IsRefused(string json) => Assert.IsType<ModelFileRefused>(LogisticRegressionJson.Parse(json).Error);
}
