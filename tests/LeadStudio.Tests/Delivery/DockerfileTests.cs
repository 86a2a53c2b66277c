using LeadStudio.TestSupport;

namespace LeadStudio.Tests.Delivery;

/// <summary>Holds what the outside sees of the container; no engine is needed to read the file.</summary>
public sealed class DockerfileTests
{
    private static readonly IReadOnlyList<string> s_lines = ReadLines();

    [Fact]
    public void From_NamesTheAgreedBaseImages() =>
        Assert.Equal(
            ["node:22-bookworm-slim AS assets", "mcr.microsoft.com/dotnet/sdk:10.0 AS build", "mcr.microsoft.com/dotnet/aspnet:10.0 AS run"],
            Arguments("FROM"));

    [Fact]
    public void LastStage_RunsAsTheUserOfTheImageOnPort8080()
    {
        Assert.Equal("$APP_UID", Assert.Single(Arguments("USER")));
        Assert.Equal("8080", Assert.Single(Arguments("EXPOSE")));
        Assert.Equal("[\"dotnet\", \"LeadStudio.dll\"]", Assert.Single(Arguments("ENTRYPOINT")));
    }

    [Fact]
    public void Healthcheck_AsksTheProgramItself() =>
        Assert.EndsWith(
            "CMD [\"dotnet\", \"LeadStudio.dll\", \"--healthcheck\", \"http://127.0.0.1:8080/healthz\"]", Assert.Single(Arguments("HEALTHCHECK")), StringComparison.Ordinal);

    [Fact]
    public void Environment_KeepsDataInTheVolumeAndLetsNobodyInSilently()
    {
        Assert.Contains("LeadStudio__DataFolder=/data", Arguments("ENV"));
        Assert.Equal("[\"/data\"]", Assert.Single(Arguments("VOLUME")));
        Assert.DoesNotContain(s_lines, line => line.Contains("AllowUnprotected", StringComparison.Ordinal));
    }

    [Fact]
    public void Copy_NamesOnlyWhatThereIs()
    {
        var sources = Arguments("COPY").Where(line => !line.StartsWith("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[..^1]);

        Assert.All(sources, source => Assert.True(Path.Exists(Checkout.PathOf(source)), $"There is no {source}."));
    }

    private static List<string> Arguments(string instruction) =>
        [.. s_lines.Where(line => line.StartsWith($"{instruction} ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim())];

    private static string[] ReadLines() =>
        [.. File.ReadAllText(Checkout.PathOf("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
