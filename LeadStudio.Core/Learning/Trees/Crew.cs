namespace LeadStudio.Core.Learning.Trees;

/// <summary>Threads that share numbered parts of some work. Whoever is free takes the next part, so that none waits long for the others.</summary>
/// <param name="threads">At most so many work at once.</param>
/// <param name="cancellationToken">Stops the work between two parts.</param>
internal sealed class Crew(int threads, CancellationToken cancellationToken)
{
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };

    /// <summary>Gets how many work at once, at most.</summary>
    public int Threads => threads;

    /// <summary>Does all parts.</summary>
    /// <param name="parts">How many there are.</param>
    /// <param name="work">Does one of them, by its number from 0.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Run(int parts, Action<int> work)
    {
        var taken = 0;
        Parallel.For(0, Math.Min(threads, parts), _options, _ =>
        {
            for (var part = Interlocked.Increment(ref taken) - 1; part < parts && !cancellationToken.IsCancellationRequested; part = Interlocked.Increment(ref taken) - 1)
            {
                work(part);
            }
        });
        cancellationToken.ThrowIfCancellationRequested();
    }
}
