using System.Text.Json;
using LeadStudio.Core.Learning.Calibration;

namespace LeadStudio.Core.Tests.Learning.Calibration;

public sealed class CalibratorJsonTests
{
    public static TheoryData<Calibrator, string> Forms => new()
    {
        { new Uncalibrated(), """{"kind":"none"}""" },
        { new PlattScaling(0.8, -0.1), """{"kind":"platt","slope":0.8,"intercept":-0.1}""" },
        { new IsotonicMap([0.1, 0.3333333333333333], [0, 0.9]), """{"kind":"isotonic","inputs":[0.1,0.3333333333333333],"outputs":[0,0.9]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Serialize_EachKind_ReadsBackTheSame(Calibrator calibrator, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(calibrator));
        Assert.Equal(calibrator, JsonSerializer.Deserialize<Calibrator>(json));
        Assert.Equal(calibrator, JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(new Holder(calibrator)))!.Calibrator);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("""{"kind":"magic"}""")]
    [InlineData("""{"kind":"none","slope":1}""")]
    [InlineData("""{"kind":"none","kind":"none"}""")]
    [InlineData("""{"kind":"platt","slope":1}""")]
    [InlineData("""{"kind":"platt","slope":-1,"intercept":0}""")]
    [InlineData("""{"kind":"platt","slope":1e999,"intercept":0}""")]
    [InlineData("""{"kind":"platt","slope":"1","intercept":0}""")]
    [InlineData("""{"kind":"isotonic","inputs":[],"outputs":[]}""")]
    [InlineData("""{"kind":"isotonic","inputs":[0.1],"outputs":[2]}""")]
    [InlineData("""{"kind":"isotonic","inputs":[0.1,0.1],"outputs":[0,1]}""")]
    [InlineData("""{"kind":"isotonic","inputs":[0.1,0.2],"outputs":[1,0]}""")]
    [InlineData("""{"kind":"isotonic","inputs":[0.1""")]
    public void Deserialize_WhatIsNone_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Calibrator>(json));

    private sealed record Holder(Calibrator Calibrator);
}
