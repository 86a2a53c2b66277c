namespace LeadStudio.TestSupport;

/// <summary>What a test needs besides .NET. Where it is missing the test is skipped with a sentence; where <c>CI=true</c> it fails.</summary>
public sealed record Requirement
{
    private Requirement(string what, string remedy) => (What, Remedy) = (what, remedy);

    /// <summary>Gets a browser.</summary>
    public static Requirement Chromium { get; } = new(
        "Chromium", "Install it (Debian: apt-get install chromium), or let Playwright do so: pwsh tests/LeadStudio.BrowserTests/bin/Debug/net10.0/playwright.ps1 install chromium.");

    /// <summary>Gets the programs of a PostgreSQL server; the tests start a server of their own.</summary>
    public static Requirement PostgreSql { get; } = new("PostgreSQL", "Install the programs of its server (Debian: apt-get install postgresql).");

    /// <summary>Gets the programs that read the document of the API.</summary>
    public static Requirement ApiTools { get; } = new("the npm packages of tests/ApiTools", "Install Node.js 20 or newer, and run npm ci in that folder.");

    /// <summary>Gets the libraries that the learner is compared with.</summary>
    public static Requirement PythonLearners { get; } = new(
        "Debian's scikit-learn and XGBoost for /usr/bin/python3", "Install them (Debian: apt-get install python3-sklearn python3-xgboost).");

    /// <summary>Gets the folder with real data.</summary>
    public static Requirement SharedData { get; } = new("real data", "Put the folder \"shared\" beside the folder of the checkout.");

    /// <summary>Gets what is needed.</summary>
    public string What { get; }

    /// <summary>Gets a sentence that says how to get it.</summary>
    public string Remedy { get; }

    /// <summary>Skips the test that calls this, or fails it where <c>CI=true</c>. The test needs <c>[SkippableFact]</c>.</summary>
    /// <param name="isMet">Whether the machine has it.</param>
    /// <param name="detail">What was tried, if that helps.</param>
    /// <exception cref="InvalidOperationException">It is missing, and <c>CI=true</c>.</exception>
    public void Check(bool isMet, string? detail = null) =>
        Check(isMet, string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), detail);

    /// <summary>The same with the environment as a parameter.</summary>
    /// <param name="isMet">Whether the machine has it.</param>
    /// <param name="isCi">Whether a missing thing is a failure.</param>
    /// <param name="detail">What was tried, if that helps.</param>
    public void Check(bool isMet, bool isCi, string? detail)
    {
        if (isMet)
        {
            return;
        }

        var sentence = $"This test needs {What}, which this machine lacks. {Remedy}{(detail is null ? "" : $" ({detail})")}";
        if (isCi)
        {
            throw new InvalidOperationException(sentence);
        }

        Skip.If(true, sentence);
    }
}
