using System.Buffers.Binary;
using System.Text;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Trees.XgBoost;

namespace LeadStudio.Core.Tests.Learning.Trees.XgBoost;

public sealed class XgBoostRefusalTests
{
    public static TheoryData<byte[], string> Trees => new()
    {
        { ModelFiles.OfOneTree(left: "1,0,-1", right: "2,2,-1"), "reached twice" },
        { ModelFiles.OfOneTree(right: "3,-1,-1"), "does not exist" },
        { ModelFiles.OfOneTree(right: "-1,-1,-1"), "does not exist" },
        { ModelFiles.OfOneTree(right: "1,-1,-1"), "reached twice" },
        { ModelFiles.OfOneTree(left: ""), "differ in length" },
        { ModelFiles.OfOneTree(left: "1,-1,-1,-1"), "differ in length" },
        { ModelFiles.OfOneTree(left: "1.5,-1,-1"), "whole number" },
        { ModelFiles.OfOneTree(left: "1e99,-1,-1"), "whole number" },
        { ModelFiles.OfOneTree(indices: "2,0,0"), "asks for feature 2 of 2" },
        { ModelFiles.OfOneTree(indices: "-7,0,0"), "asks for feature -7 of 2" },
        { ModelFiles.OfOneTree(conditions: "5E-1,NaN,1E0"), "no finite number" },
        { ModelFiles.OfOneTree(conditions: "5E-1,1E0,-Infinity"), "no finite number" },
        { ModelFiles.OfOneTree(conditions: "5E-1,1E0,1E39"), "no finite number" },
        { ModelFiles.OfOneTree(conditions: "NaN,1E0,2E0"), "compares" },
        { ModelFiles.OfOneTree(covers: "1E0,-1E0,1E0"), "second derivatives" },
        { ModelFiles.OfOneTree(covers: "1E0,NaN,1E0"), "second derivatives" },
        { ModelFiles.OfOneTree(types: "1,0,0"), "not listed" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,2", "0", "0", "3")), "outside of their list" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,2", "0", "-1", "1")), "outside of their list" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,2", "0", "1", "-1")), "outside of their list" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,2", "0", "2147483647", "2")), "outside of their list" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,256", "0", "0", "2")), "beyond 255" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,-1", "0", "0", "2")), "beyond 255" },
        { ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1", "0,1", "0", "1")), "differ in length" },
        { Chain(questions: 65), "more than 64 questions" },
    };

    public static TheoryData<byte[], string> Models => new()
    {
        { ModelFiles.OfOneTree(trees: "2"), "1 trees and says that there are 2" },
        { ModelFiles.OfOneTree(features: "0"), "feature" },
        { ModelFiles.OfOneTree(features: "2000000000"), "num_feature" },
        { ModelFiles.OfOneTree(features: "-1"), "num_feature" },
        { ModelFiles.OfOneTree(names: "\"a\""), "1 names" },
        { ModelFiles.OfOneTree(names: "\"a\",\"a\""), "one name" },
        { ModelFiles.OfOneTree(baseScore: "1E0"), "base_score" },
        { ModelFiles.OfOneTree(baseScore: "NaN"), "base_score" },
        { ModelFiles.OfOneTree(baseScore: "high"), "base_score" },
        { ModelFiles.OfOneTree(classes: "3"), "more than two outcomes" },
        { ModelFiles.OfOneTree(objective: "count:poisson"), "count:poisson" },
        { ModelFiles.OfOneTree(booster: "dart"), "dart" },
    };

    public static TheoryData<byte[], string> Others => new()
    {
        { [], "empty" },
        { "   \n"u8.ToArray(), "empty" },
        { "[1, 2]"u8.ToArray(), "neither JSON nor UBJSON" },
        { "binf\0\0"u8.ToArray(), "neither JSON nor UBJSON" },
        { "{}"u8.ToArray(), "no model of XGBoost" },
        { "{\"tree_info\": [{\"tree_index\": 0}]}"u8.ToArray(), "no model of XGBoost" },
        { "{\"learner\": 3}"u8.ToArray(), "an object was expected" },
        { "{\"learner\": {\"feature_names\": [\"\\ud800\\q\"]}}"u8.ToArray(), "a text of JSON was expected" },
        { "{\"learner\": {\"feature_names\": [\"a\" \"b\"]}}"u8.ToArray(), "a comma was expected" },
        { Ubjson("other", "[$Z#L", long.MaxValue), "a type of numbers" },
        { Ubjson("other", "[$d#L", long.MaxValue), "a count was expected" },
        { Ubjson("other", "[$d#L", -1), "a count was expected" },
        { Ubjson("learner", "[$d#L", 1L << 50), "an object was expected" },
        { Ubjson("other", "[$d#L", 1L << 50), "ends after" },
        { Ubjson("other", "[#L", 1L << 50), "a value was expected" },
        { Ubjson("other", "SL", 1L << 50), "ends after" },
        { Ubjson("other", "[$[#L", 3), "a type of numbers" },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    [MemberData(nameof(Models))]
    [MemberData(nameof(Others))]
    public void Read_AFileThatCannotBeUsed_SaysWhyAndWhatToDo(byte[] file, string why) => AssertRefused(file, why);

    [Fact]
    public void Read_MoreThanAModelMayHave_SaysWhyAndWhatToDo()
    {
        AssertRefused(Encoding.UTF8.GetBytes("{\"other\": " + new string('[', 100_000)), "values inside each other");
        AssertRefused(Encoding.UTF8.GetBytes("{\"learner\": {\"objective\": {\"name\": \"" + new string('x', 100_000) + "\"}}}"), "a shorter value was expected");
        AssertRefused(Encoding.UTF8.GetBytes(TreesOf(string.Join(',', Enumerable.Repeat("{}", 10_001)))), "more than 10,000 trees");
        AssertRefused(Encoding.UTF8.GetBytes(TreesOf("{\"left_children\":[" + string.Join(',', Enumerable.Repeat("-1", 1_000_001)) + "]}")), "at most 1,000,000 numbers");

        static string TreesOf(string trees) => "{\"learner\":{\"gradient_booster\":{\"model\":{\"trees\":[" + trees + "]}}}}";
    }

    [Fact]
    public void Read_TheFileThatTheOthersChange_IsRead()
    {
        Assert.True(XgBoostModel.Read(new MemoryStream(ModelFiles.OfOneTree())).IsSuccess);
        Assert.True(XgBoostModel.Read(new MemoryStream(ModelFiles.OfOneTree(types: "1,0,0", categories: Categories("1,255", "0", "0", "2")))).IsSuccess);
        Assert.True(XgBoostModel.Read(new MemoryStream(Chain(questions: 64))).IsSuccess);
    }

    [Fact]
    public void Read_AFileOverTheLimit_StopsThere()
    {
        var file = ModelFiles.OfOneTree();

        Assert.True(XgBoostModel.Read(new MemoryStream(file), mostBytes: file.Length).IsSuccess);
        Assert.Contains("larger than", XgBoostModel.Read(new MemoryStream(file), mostBytes: file.Length - 1).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnEndlessFile_IsRefusedInBoundedMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = XgBoostModel.Read(new EndlessStream("{\"other\":["u8.ToArray(), "[],\"\",{},"u8.ToArray()), mostBytes: 50_000_000);

        Assert.Contains("larger than 50,000,000", result.Error!.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static void AssertRefused(byte[] file, string why)
    {
        var refused = Assert.IsType<ModelFileRefused>(XgBoostModel.Read(new MemoryStream(file)).Error);

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Matches(@"\. (Save the model again|Train|Merge) .*\.$", refused.Message);
    }

    private static string Categories(string all, string nodes, string starts, string counts) =>
        $"\"categories\":[{all}],\"categories_nodes\":[{nodes}],\"categories_segments\":[{starts}],\"categories_sizes\":[{counts}]";

    // Each question has a leaf on its left.
    private static byte[] Chain(int questions)
    {
        var nodes = Enumerable.Range(0, (2 * questions) + 1).ToArray();
        return ModelFiles.OfOneTree(
            left: string.Join(',', nodes.Select(node => node % 2 == 1 || node == 2 * questions ? -1 : node + 1)),
            right: string.Join(',', nodes.Select(node => node % 2 == 1 || node == 2 * questions ? -1 : node + 2)),
            conditions: string.Join(',', nodes.Select(_ => "1E0")),
            indices: string.Join(',', nodes.Select(_ => "0")));
    }

    private static byte[] Ubjson(string name, string value, long count)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, count);
        return [.. "{i"u8, (byte)name.Length, .. Encoding.UTF8.GetBytes(name), .. Encoding.UTF8.GetBytes(value), .. bytes, 0, 0, 0, 0];
    }

    private sealed class EndlessStream(byte[] start, byte[] again) : MemoryStream
    {
        private long _position;

        public override int Read(Span<byte> buffer)
        {
            for (var at = 0; at < buffer.Length; at++, _position++)
            {
                buffer[at] = _position < start.Length ? start[_position] : again[(_position - start.Length) % again.Length];
            }

            return buffer.Length;
        }
    }
}
