using System.Diagnostics;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Benchmarks.List;

/// <summary>One user who turns a page of the list every fifth of a second, while something else goes on.</summary>
internal static class PageTurner
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Turns pages from the first to the last, and again.</summary>
    /// <returns>How long each took, in milliseconds.</returns>
    public static async Task<List<double>> TurnAsync(IServiceProvider services, CancellationToken done)
    {
        var list = services.GetRequiredService<ILeadList>();
        var columns = (await services.GetRequiredService<IFieldCatalog>().GetAsync(CancellationToken.None)).Fields.Take(8).ToList();
        var times = new List<double>();
        LeadCursor? cursor = null;
        while (!done.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            var page = await list.PageAsync(new LeadQuery(), cursor, 50, columns, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            cursor = page.HasMore ? page.Rows[^1].Cursor : null;
            await Task.Delay(s_pause, CancellationToken.None); // a person reads
        }

        return times;
    }
}
