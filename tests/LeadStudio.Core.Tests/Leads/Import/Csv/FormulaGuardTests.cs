using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LeadStudio.Core.Leads.Import.Csv;

namespace LeadStudio.Core.Tests.Leads.Import.Csv;

public sealed class FormulaGuardTests
{
    [Property(MaxTest = 2_000)]
    public Property Remove_WhatAddGave_IsTheCellAsItWas() =>
        Prop.ForAll(Gen.Elements("=", "+", "-", "@", "\t", "\r", "'", "4", "a", " ", ".").ArrayOf().Select(string.Concat).ToArbitrary(), cell =>
            Assert.Equal(cell, FormulaGuard.Remove(FormulaGuard.Add(cell)).ToString()));

    [Theory]
    [InlineData("-5")]
    [InlineData("+49 30 123456")]
    [InlineData("-1,234.50")]
    [InlineData("'tis")]
    public void Add_NumbersPhonesAndPlainApostrophes_AreUnharmed(string cell)
    {
        Assert.Equal(cell, FormulaGuard.Add(cell));
        Assert.Equal(cell, FormulaGuard.Remove(cell).ToString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+a")]
    [InlineData("-a")]
    [InlineData("@a")]
    [InlineData("\ta")]
    [InlineData("\ra")]
    [InlineData("'=1+1")] // else an import would take its own apostrophe for a guard
    public void Add_WhatASpreadsheetWouldRun_GetsAnApostrophe(string cell) => Assert.Equal("'" + cell, FormulaGuard.Add(cell));
}
