using System.Diagnostics;
using System.Globalization;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using LeadStudio.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.List;

/// <summary>First pages, jumps and counts of <see cref="ListViews"/> over 1,000,000 leads of 40 fields on SQLite.</summary>
/// <remarks>The variable <c>LEADSTUDIO_LIST_LEADS</c> sets another number of leads. The database is made once, in about two minutes.</remarks>
internal sealed class ListBenchmark : IBenchmark
{
    private const int PageSize = 50;
    private static readonly string[] s_columns = ["firstName", "lastName", "company", "title", "country", "email", "lastSeenAt", "owner"];

    public string Name => "list";

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var leads = int.TryParse(Environment.GetEnvironmentVariable("LEADSTUDIO_LIST_LEADS"), CultureInfo.InvariantCulture, out var number) ? number : 1_000_000;
        List<Timing> firstUse = [], indexed = [], again = [], plainJumps = [], filteredJumps = [], counts = [];
        await using (var services = await ListDatabase.OpenAsync(leads))
        {
            await DropIndexesAsync(services, cancellationToken);
        }

        // A new set of services has nothing in its caches.
        await using (var services = await ListDatabase.OpenAsync(leads))
        {
            await MeasurePagesAsync("first use", services, firstUse, cancellationToken);
        }

        await using (var services = await ListDatabase.OpenAsync(leads))
        {
            await MeasurePagesAsync("indexed", services, indexed, cancellationToken);
            await MeasurePagesAsync("again", services, again, cancellationToken);
        }

        await using (var services = await ListDatabase.OpenAsync(leads))
        {
            await MeasureJumpsAsync(services, plainJumps, filteredJumps, counts, cancellationToken);
        }

        Console.WriteLine($"{leads:N0} leads of 40 fields, {ListViews.All.Count} views, milliseconds at the server (processor time in brackets: all threads)");
        return Print("first page, first use", firstUse, double.PositiveInfinity, 300)
            & Print("first page, index there", indexed, 50, 300)
            & Print("first page, again", again, 50, 300)
            & Print("jump, unfiltered", plainJumps, double.PositiveInfinity, 200)
            & Print("jump, filtered", filteredJumps, double.PositiveInfinity, 500)
            & Print("count", counts, double.PositiveInfinity, 1_000);
    }

    private static Task<int> DropIndexesAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IDatabase>().WriteAsync(
            async db =>
            {
                var names = await db.Sql("select name from sqlite_master where type = 'index' and name like 'lx%'").ListAsync(reader => reader.GetString(0), cancellationToken);
                foreach (var name in names)
                {
                    await db.Sql($"drop index {name}").RunAsync(cancellationToken);
                }

                return names.Count;
            },
            cancellationToken);

    private static async Task MeasurePagesAsync(string pass, IServiceProvider services, List<Timing> times, CancellationToken cancellationToken)
    {
        var list = services.GetRequiredService<ILeadList>();
        var columns = await ColumnsAsync(services);

        // The first call compiles the code; it is no view's own time.
        await list.PageAsync(new LeadQuery { Filter = new NotCondition(new AnyCondition([])) }, after: null, PageSize, columns, cancellationToken);
        foreach (var view in ListViews.All)
        {
            var (page, time) = await MeasureAsync(() => list.PageAsync(view, after: null, PageSize, columns, cancellationToken));
            times.Add(time);
            Console.WriteLine($"{pass,-10} {time} {page.Rows.Count,9:N0}  {Describe(view)}");

            // A jump waits for the indexes: the next view shall not run while they are built.
            await list.AtAsync(view, 0, 1, [], cancellationToken);
        }
    }

    private static async Task MeasureJumpsAsync(
        IServiceProvider services, List<Timing> plain, List<Timing> filtered, List<Timing> counts, CancellationToken cancellationToken)
    {
        var list = services.GetRequiredService<ILeadList>();
        var columns = await ColumnsAsync(services);
        var random = new Random(1);
        await list.AtAsync(new LeadQuery(), 100, PageSize, columns, cancellationToken);
        foreach (var view in ListViews.All)
        {
            var (count, counting) = await MeasureAsync(() => list.CountAsync(view, cancellationToken: cancellationToken));
            counts.Add(counting);
            Console.WriteLine($"count      {counting} {count.Count,9:N0}  {Describe(view)}");
            foreach (var row in new[] { count.Count / 2, Math.Max(0, count.Count - PageSize), random.NextInt64(count.Count + 1) })
            {
                var (_, jump) = await MeasureAsync(() => list.AtAsync(view, row, PageSize, columns, cancellationToken));
                (view.Filter is null && view.Search.Length == 0 ? plain : filtered).Add(jump);
                Console.WriteLine($"jump       {jump} {row,9:N0}");
            }
        }
    }

    private static async Task<(T Result, Timing Time)> MeasureAsync<T>(Func<Task<T>> work)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = await work();
        return (result, new Timing(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
    }

    private static async Task<IReadOnlyList<Field>> ColumnsAsync(IServiceProvider services)
    {
        var catalog = await services.GetRequiredService<IFieldCatalog>().GetAsync();
        return [.. s_columns.Select(key => catalog[key])];
    }

    private static string Describe(LeadQuery view) =>
        $"{(view.Scope == LeadScope.All ? "all " : "")}by {view.SortKey} {(view.Descending ? "down" : "up")}" +
        $"{(view.Filter is { } filter ? $" where {ConditionText.Print(filter)}" : "")}{(view.Search.Length > 0 ? $" with \"{view.Search}\"" : "")}";

    private static bool Print(string what, List<Timing> times, double most95, double most)
    {
        double At(Func<Timing, double> figure, double share) => times.Select(figure).Order().ElementAt(Math.Min(times.Count - 1, (int)Math.Ceiling(share * times.Count) - 1));
        string Both(double share) => $"{At(time => time.Wall, share),7:F1} ({At(time => time.Cpu, share),6:F1})";
        var isReached = At(time => time.Wall, 0.95) <= most95 && At(time => time.Wall, 1) <= most;
        Console.WriteLine($"{what,-26} p50 {Both(0.5)}  p95 {Both(0.95)}  max {Both(1)}  {(isReached ? "reached" : "MISSED")}");
        return isReached;
    }

    private sealed record Timing(double Wall, double Cpu)
    {
        public override string ToString() => $"{Wall,8:F1} ms ({Cpu,6:F1})";
    }
}
