using System.Text.Json;

namespace LeadStudio.TestSupport.Learning;

/// <summary>Asks the libraries that the learner is compared with: Debian's scikit-learn and XGBoost.</summary>
public static class DebianPython
{
    private const string Program = "/usr/bin/python3";
    private const string Start = "import json, sys; data = json.load(sys.stdin)";
    private const string End = "json.dump(answer, sys.stdout, default=lambda value: value.tolist())";

    // Looks for them without the seconds that importing takes.
    private const string Probe = "import importlib.util as u, sys; sys.exit(not all(u.find_spec(name) for name in ('sklearn', 'xgboost')))";

    private static readonly Lazy<Task<bool>> s_isComplete = new(IsCompleteAsync);

    /// <summary>
    /// Runs a script. Where Python or a library is missing, the test is skipped (or fails, where <c>CI=true</c>), so it needs
    /// <c>[SkippableFact]</c>.
    /// </summary>
    /// <typeparam name="TAnswer">The shape of the answer.</typeparam>
    /// <param name="script">
    /// Python that finds the input as <c>data</c> and leaves its answer in <c>answer</c>: plain values, lists and dictionaries, or arrays and
    /// numbers of NumPy. It must print nothing itself.
    /// </param>
    /// <param name="input">Anything that becomes JSON under its own names; numbers must be finite, a missing one is <see langword="null"/>.</param>
    /// <returns>The answer; a member is found by its name, in any case.</returns>
    /// <exception cref="InvalidOperationException">The script failed; the message has its traceback (lines counted from 2).</exception>
    public static async Task<TAnswer> RunAsync<TAnswer>(string script, object input)
    {
        Requirement.PythonLearners.Check(await s_isComplete.Value);
        var answer = await Commands.RunWithInputAsync(Program, ["-c", string.Join('\n', Start, script, End)], JsonSerializer.Serialize(input));
        return JsonSerializer.Deserialize<TAnswer>(answer, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The script answered None.");
    }

    private static async Task<bool> IsCompleteAsync()
    {
        if (!File.Exists(Program))
        {
            return false;
        }

        try
        {
            await Commands.RunAsync(Program, "-c", Probe);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
