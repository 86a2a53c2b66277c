using System.Text.Json;
using LeadStudio.TestSupport;
using Microsoft.Playwright;

namespace LeadStudio.BrowserTests.Accessibility;

/// <summary>Deque's axe-core: looks for breaches of the WCAG in a page as it stands in the browser.</summary>
internal static class Axe
{
    // Gives one text for each breach that is serious or critical: the rule, and the places.
    private const string Run = """
        async () => {
            const result = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] });
            return JSON.stringify(result.violations
                .filter(found => found.impact === "serious" || found.impact === "critical")
                .map(found => `${found.id} (${found.help}): ${found.nodes.slice(0, 5).map(node => `${node.target.join(" ")} [${node.any.concat(node.all, node.none)[0]?.message}]`).join("; ")}`));
        }
        """;

    private static readonly Lazy<string> s_script = new(() => File.ReadAllText(Checkout.PathOf("wwwroot-assets/node_modules/axe-core/axe.min.js")));

    /// <summary>Looks at a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What it is called in the answer.</param>
    /// <returns>The serious and critical breaches, each with page, rule and selectors; empty where all is well.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page, string name)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(s_script.Value);
        }

        var found = JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run)) ?? [];
        return [.. found.Select(breach => $"{name}: {breach}")];
    }
}
