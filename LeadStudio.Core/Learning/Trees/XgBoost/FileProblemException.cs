namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>A file cannot be read as a model. It never leaves <see cref="XgBoostModel.Read"/>.</summary>
/// <param name="problem">What is wrong, a sentence.</param>
/// <param name="remedy">What to do, a sentence.</param>
internal sealed class FileProblemException(string problem, string remedy = FileProblemException.SaveAgain) : Exception($"{problem} {remedy}")
{
    private const string SaveAgain = "Save the model again with XGBoost's save_model, as .json or .ubj, and give that file.";
}
