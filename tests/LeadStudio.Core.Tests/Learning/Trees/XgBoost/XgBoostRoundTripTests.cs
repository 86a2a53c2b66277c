using System.Text;
using LeadStudio.Core.Learning.Data;
using LeadStudio.Core.Learning.Trees;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

public sealed class XgBoostRoundTripTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WhatWasWritten_GivesEqualTreesAndMargins(bool json)
    {
        var model = ModelWorld.Train();
        var nodes = model.Trees.SelectMany(tree => tree.Nodes).ToArray();
        Assert.Contains(nodes, node => node.RightCategories is not null);
        Assert.Contains(nodes, node => node.RightCategories is { } categories && !categories.List().Any());
        Assert.Contains(nodes, node => node.Threshold == float.MaxValue);

        var read = Read(json ? ModelWorld.Json(model) : ModelWorld.Ubjson(model));

        Assert.All(nodes.Zip(read.Trees.SelectMany(tree => tree.Nodes)), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(model.Trees.Length, read.Trees.Length);
        Assert.Equal(model.BaseMargin, read.BaseMargin, tolerance: 4e-7);
        Assert.Equal(model.Features.Select(feature => feature.Kind), read.Features.Select(feature => feature.Kind));
    }

    [Fact]
    public void Write_NamesThatXgBoostForbids_AreReplacedAndStayApart()
    {
        var model = new TreeModel([new("a[b]"), new("a(b)"), new("<10\t%"), new("Zoë \"€\" \\ 😀")], baseMargin: 0, []);

        var names = new[] { ModelWorld.Json(model), ModelWorld.Ubjson(model) }.Select(file => Read(file).Features.Select(feature => feature.Name)).ToArray();

        Assert.Equal(["a(b) (2)", "a(b)", "‹10 %", "Zoë \"€\" \\ 😀"], names[0]);
        Assert.Equal(names[0], names[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3.5f)]
    [InlineData(-40)]
    [InlineData(4.75f)]
    [InlineData(25)]
    [InlineData(-100)]
    public void Write_AnyBaseMargin_KeepsIt(float margin)
    {
        var model = new TreeModel([new("x")], margin, [new RegressionTree([new TreeNode { Feature = -1, Value = 0.25f }])]);

        var read = Read(ModelWorld.Json(model));

        Assert.Equal(model.Margin([0]), read.Margin([0]), tolerance: 1e-6f * Math.Max(1, Math.Abs(margin)));
    }

    [Fact]
    public void Read_ManyTrees_TakesWellUnderASecond()
    {
        var source = ModelWorld.Train();
        var model = new TreeModel(source.Features, source.BaseMargin, [.. Enumerable.Range(0, 300).Select(number => source.Trees[number % source.Trees.Length])]);
        var files = new[] { ModelWorld.Json(model), ModelWorld.Ubjson(model) };
        Array.ForEach(files, file => Read(file));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        Array.ForEach(files, file => Read(file));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public void Read_AStreamThatGivesByteAfterByte_ReadsIt()
    {
        using var stream = new SlowStream(ModelWorld.Json(ModelWorld.Train(trees: 2)));

        Assert.True(XgBoostModel.Read(stream).IsSuccess);
    }

    [Fact]
    public void Read_JsonWithOtherOrderAndSpaces_ReadsIt()
    {
        var text = Encoding.UTF8.GetString(ModelWorld.Json(ModelWorld.Train(trees: 2)))
            .Replace("{\"learner\":", "\n{ \"version\" : [ 9, 9, 9 ],\t\"more\": {\"a\": [[], {\"b\": \"\\\"}\"}, null, true]},\r\n \"learner\" : ", StringComparison.Ordinal);

        Assert.Equal(2, Read(Encoding.UTF8.GetBytes(text)).Trees.Length);
    }

    [Fact]
    public void Read_ChildrenBeforeTheirParents_NumbersThemAnew() // as XGBoost leaves a tree from which it pruned nodes and grew others in their place
    {
        var file = ModelFiles.OfOneTree(left: "4,-1,-1,-1,2", right: "1,-1,-1,-1,3", conditions: "5E-1,-1E0,1E0,7E0,2E0", indices: "0,0,0,2147483647,1");

        var model = Read(file);

        var tree = Assert.Single(model.Trees);
        Assert.All(tree.Nodes.Index(), each => Assert.True(each.Item.IsLeaf || (each.Item.Left > each.Index && each.Item.Right > each.Index)));
        Assert.Equal(1, model.Margin([0, 1]));
        Assert.Equal(7, model.Margin([0, 3]));
        Assert.Equal(-1, model.Margin([1, 0]));
    }

    [Fact]
    public void Read_FeaturesWithoutNamesAndTypes_AreCalledAsXgBoostCallsThem()
    {
        var model = Read(ModelFiles.OfOneTree());

        Assert.Equal([new Feature("f0"), new Feature("f1")], model.Features.AsEnumerable());
    }

    private static TreeModel Read(byte[] file)
    {
        var result = XgBoostModel.Read(new MemoryStream(file));
        Assert.True(result.IsSuccess, result.Error?.Message);
        return result.Value;
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
