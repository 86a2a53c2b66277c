using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Encoders;

namespace LeadStudio.Core.Tests.Learning.Encoders;

public sealed class TableEncoderJsonTests
{
    private const string Whole =
        """{"version":1,"columns":[{"name":"t","kind":"text","levels":["a"],"rare":["b"]},{"name":"n","kind":"number","levels":[],"rare":[]}],"leftOut":[{"name":"x","reason":"empty"}]}""";

    [Fact]
    public void Parse_WhatWasPrinted_IsTheSame()
    {
        var encoder = TableEncoderJson.Parse(Whole).Value;

        Assert.NotNull(encoder);
        Assert.Equal(Whole, TableEncoderJson.Print(encoder), ignoreCase: true);
        Assert.Equal(["t", "n"], encoder.Features.Select(feature => feature.Name));
        var row = new float[2];
        encoder.EncodeRow([Cell.Of("b"), Cell.Of(3.0)], DateTimeOffset.UnixEpoch, row);
        Assert.Equal([1f, 3f], row);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"version\":1,", "")]
    [InlineData("\"version\":1", "\"version\":1,\"version\":1")]
    [InlineData("\"version\":1", "\"version\":1,\"more\":1")]
    [InlineData("\"name\":\"n\"", "\"name\":\"t\"")]
    [InlineData("\"name\":\"n\"", "\"name\":null")]
    [InlineData("\"name\":\"n\"", "\"name\":\"\"")]
    [InlineData("\"kind\":\"number\"", "\"kind\":\"missing\"")]
    [InlineData("\"kind\":\"number\"", "\"kind\":77")]
    [InlineData("\"levels\":[],", "")]
    [InlineData("\"levels\":[],", "\"levels\":[\"c\"],")]
    [InlineData("\"levels\":[\"a\"]", "\"levels\":[\"b\"]")]
    [InlineData("\"levels\":[\"a\"]", "\"levels\":[null]")]
    [InlineData("\"levels\":[\"a\"]", "\"levels\":null")]
    [InlineData("{\"name\":\"x\",\"reason\":\"empty\"}", "null")]
    [InlineData("}]}", "}]")]
    public void Parse_ADamagedFile_IsRefused(string part, string damage)
    {
        var json = part.Length == 0 ? damage : Whole.Replace(part, damage, StringComparison.Ordinal);

        var error = Assert.IsType<ModelFileRefused>(TableEncoderJson.Parse(json).Error);

        Assert.EndsWith("Take the file again from where it was saved.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":1,\"columns\":[],\"leftOut\":[]}")]
    [InlineData("{\"version\":1,\"columns\":[null],\"leftOut\":[]}")]
    public void Parse_AForeignFile_IsRefused(string json) => Assert.IsType<ModelFileRefused>(TableEncoderJson.Parse(json).Error);

    [Fact]
    public void Parse_MoreCategoriesThanAFeatureHas_IsRefused()
    {
        var levels = string.Join(',', Enumerable.Range(0, 254).Select(level => $"\"{level}\""));

        Assert.IsType<ModelFileRefused>(TableEncoderJson.Parse(Whole.Replace("\"a\"", levels, StringComparison.Ordinal)).Error);
    }
}
