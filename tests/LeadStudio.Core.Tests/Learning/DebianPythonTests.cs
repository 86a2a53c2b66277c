using LeadStudio.TestSupport.Learning;

namespace LeadStudio.Core.Tests.Learning;

public sealed class DebianPythonTests
{
    [SkippableFact]
    public async Task RunAsync_AScriptWithNumPy_GivesItsAnswer()
    {
        var answer = await DebianPython.RunAsync<Answer>(
            """
            import numpy as np
            answer = {"twice": np.array(data["Numbers"]) * 2, "sum": np.float64(sum(data["Numbers"]))}
            """,
            new { Numbers = new[] { 0.1, 2, 1e300 } });

        Assert.Equal([0.2, 4, 2e300], answer.Twice);
        Assert.Equal(1e300, answer.Sum);
    }

    [SkippableFact]
    public async Task RunAsync_AScriptThatFails_ShowsItsTraceback()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => DebianPython.RunAsync<Answer>("raise ValueError('like this')", new { }));

        Assert.Contains("ValueError: like this", failure.Message, StringComparison.Ordinal);
    }

    private sealed record Answer(double[] Twice, double Sum);
}
