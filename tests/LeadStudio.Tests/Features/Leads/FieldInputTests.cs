using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Features.Leads.Detail;

namespace LeadStudio.Tests.Features.Leads;

public sealed class FieldInputTests
{
    private static readonly FieldCatalog s_catalog = new(1, StandardFields.All, StandardFields.Options);

    [Theory]
    [InlineData("title", " Head of Sales ", "Head of Sales")]
    [InlineData("employees", "1,200.5", "1200.5")]
    [InlineData("employees", "1.234,5", "1234.5")]
    [InlineData("employees", "1,5", "1.5")]
    [InlineData("employees", "$1,117.10K", "1117100")]
    [InlineData("employees", "1.2340", "1.2340")]
    [InlineData("lastSeenAt", "2026-11-23", "2026-11-23")]
    [InlineData("lastSeenAt", "2026-11-23T09:30", "2026-11-23T09:30")]
    [InlineData("title", "  ", "")]
    public void Read_Typed_IsWrittenBack(string key, string typed, string expected)
    {
        var value = FieldInput.Read(s_catalog[key], typed);

        Assert.True(value.IsSuccess);
        Assert.Equal(expected, FieldInput.Write(s_catalog[key], value.Value, s_catalog));
    }

    [Theory]
    [InlineData("2026-11-23", 1_795_392_000)]
    [InlineData("2026-11-23T09:30", 1_795_392_000 + (9 * 3600) + 1800 - 3600)]
    public void Read_DateInAZone_HasItsTimeThereAndIsWrittenBack(string typed, long seconds)
    {
        var (field, berlin) = (s_catalog["lastSeenAt"], TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        var value = FieldInput.Read(field, typed, berlin);

        Assert.Equal(seconds * 1e6, value.Value.Number);
        Assert.Equal(typed, FieldInput.Write(field, value.Value, s_catalog, berlin));
    }

    [Theory]
    [InlineData("employees", "many")]
    [InlineData("employees", "1e999")]
    [InlineData("lastSeenAt", "soon")]
    public void Read_WhatDoesNotFit_SaysWhatWould(string key, string typed) =>
        Assert.Contains($"\"{typed}\"", FieldInput.Read(s_catalog[key], typed).Error!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1,234", "1234", "1.2340")]
    [InlineData("1.234", "1.2340", "1234")]
    [InlineData("1,500K", "1500000", "1500")]
    public void Read_NumberOfTwoMeanings_OffersBothAndEachIsTaken(string typed, string one, string other)
    {
        var employees = s_catalog["employees"];

        var problem = Assert.IsType<NumberIsAmbiguous>(FieldInput.Read(employees, typed).Error);

        Assert.Equal((one, other), (problem.One, problem.Other));
        Assert.All([one, other], text => Assert.Equal(text, FieldInput.Write(employees, FieldInput.Read(employees, text).Value, s_catalog)));
    }

    [Fact]
    public void Labels_Spellings_AreOne() => Assert.Equal(["Hot", "Trade fair"], FieldInput.Labels("Hot, trade fair ,, hot".Replace("trade", "Trade", StringComparison.Ordinal)));
}
