namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Boosted trees in the files of XGBoost: those that its <c>load_model</c> reads, as JSON or as UBJSON.</summary>
/// <remarks>Written as XGBoost 1.7 writes them. Layout: doc/model.schema of XGBoost, and the files themselves.</remarks>
public static class XgBoostModel
{
    /// <summary>Writes a model as JSON.</summary>
    /// <remarks>
    /// XGBoost allows no <c>[</c>, <c>]</c> and <c>&lt;</c> in names of features; they become <c>(</c>, <c>)</c> and <c>‹</c>. Where single precision cannot
    /// hold the probability that the model begins with, a first tree of one leaf adds the rest.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="file">Takes the JSON; not closed.</param>
    public static void WriteJson(TreeModel model, Stream file)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(file);
        using var writer = new JsonFileWriter(file);
        new ModelFileWriter(writer).Write(model);
    }

    /// <summary>Writes a model as UBJSON, which is smaller and faster to read; see <see cref="WriteJson"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">Takes the UBJSON; not closed.</param>
    public static void WriteUbjson(TreeModel model, Stream file)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(file);
        using var writer = new UbjsonFileWriter(file);
        new ModelFileWriter(writer).Write(model);
    }
}
