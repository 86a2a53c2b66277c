namespace LeadStudio.Benchmarks;

/// <summary>One benchmark, called by its name on the command line.</summary>
internal interface IBenchmark
{
    /// <summary>The word of the command line.</summary>
    string Name { get; }

    /// <summary>Gets a value indicating whether it runs only when it is named.</summary>
    bool IsOptional => false;

    /// <summary>Runs it and prints its figures.</summary>
    /// <returns>Whether it reached what it must reach.</returns>
    Task<bool> RunAsync(CancellationToken cancellationToken);
}
