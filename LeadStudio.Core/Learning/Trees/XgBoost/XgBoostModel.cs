using LeadStudio.Core.Common;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Boosted trees in the files of XGBoost: those that its <c>save_model</c> writes and its <c>load_model</c> reads, as JSON or as UBJSON.</summary>
/// <remarks>Written as XGBoost 1.7 writes them; read from 1.0 on. Layout: doc/model.schema of XGBoost, and the files themselves.</remarks>
public static class XgBoostModel
{
    /// <summary>The most bytes of a file that are read, where nothing else is said: 512 MB.</summary>
    public const long DefaultMostBytes = 536_870_912;

    /// <summary>Reads a model of two outcomes (<c>gbtree</c>; <c>binary:logistic</c>, <c>binary:logitraw</c> or <c>reg:logistic</c>).</summary>
    /// <remarks>
    /// It predicts what XGBoost's <c>Booster.predict</c> does: with all trees of the file, also where training stopped early. Features without
    /// names are called f0, f1 and so on, as XGBoost calls them.
    /// </remarks>
    /// <param name="file">JSON or UBJSON, told apart by its content; read from where it stands, and not closed.</param>
    /// <param name="mostBytes">The most bytes that are read.</param>
    /// <returns>The model; or a <see cref="ModelFileRefused"/> that says what is wrong and what to do.</returns>
    public static Result<TreeModel> Read(Stream file, long mostBytes = DefaultMostBytes)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return TreeModelBuilder.Build(new ModelFileReader(ReaderOf(new FileBytes(file, mostBytes))).Read());
        }
        catch (FileProblemException problem)
        {
            return new ModelFileRefused(problem.Message);
        }
    }

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

    // Both begin with a brace. In JSON white space or a quote follows, in UBJSON the letter of a type.
    private static FileReader ReaderOf(FileBytes bytes)
    {
        while (bytes.Peek() is ' ' or '\t' or '\r' or '\n')
        {
            bytes.Take();
        }

        if (bytes.Peek() != '{')
        {
            throw new FileProblemException(bytes.Peek() < 0 ? "The file is empty." : "The file is neither JSON nor UBJSON of a model.");
        }

        bytes.Take();
        return bytes.Peek() is >= 'A' and <= 'z' ? new UbjsonFileReader(bytes) : new JsonFileReader(bytes);
    }
}
