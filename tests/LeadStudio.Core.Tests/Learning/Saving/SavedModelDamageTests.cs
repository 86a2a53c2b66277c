using System.Text;
using System.Text.Json.Nodes;
using LeadStudio.Core.Learning;
using LeadStudio.Core.Learning.Calibration;

namespace LeadStudio.Core.Tests.Learning.Saving;

/// <summary>Files whose parts are changed, missing, or of different models.</summary>
public sealed class SavedModelDamageTests
{
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
        var json = JsonNode.Parse(SavedModels.Write(SavedModels.Train(1, trees: true, new Uncalibrated())))!.AsObject();
        json.Remove(part);
        if (value is not null)
        {
            json[part] = JsonNode.Parse(value);
        }

        var error = Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error);

        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartsOfDifferentModels_IsRefused()
    {
        var (json, other) = (JsonNode.Parse(SavedModels.Write(SavedModels.Train(1, trees: true, new Uncalibrated())))!, JsonNode.Parse(SavedModels.Write(SavedModels.Train(1, trees: false, new Uncalibrated())))!);
        other["encoder"]!["columns"]!.AsArray().RemoveAt(0);
        json["encoder"] = other["encoder"]!.DeepClone();

        Assert.Contains("different models", Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error).Message, StringComparison.Ordinal);
        Assert.Contains("different models", Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(other.ToJsonString())).Error).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ColumnsOfTheEncoderInAnotherOrder_IsRefused(bool trees)
    {
        var json = JsonNode.Parse(SavedModels.Write(SavedModels.Train(1, trees, new Uncalibrated())))!;
        var columns = json["encoder"]!["columns"]!;
        json["encoder"]!["columns"] = new JsonArray([.. new[] { 2, 1, 0, 3 }.Select(at => columns[at]!.DeepClone())]);

        var error = Assert.IsType<ModelFileRefused>(SavedModels.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Error);

        Assert.Contains("different models", error.Message, StringComparison.Ordinal);
    }
}
