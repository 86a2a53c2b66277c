namespace LeadStudio.BrowserTests;

/// <summary>Tests of pages, which share one application; the pages that a test opens are closed after it.</summary>
/// <param name="browser">The application and the browser.</param>
public abstract class PageTest(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    /// <summary>Gets the application and the browser.</summary>
    protected BrowserFixture Browser => browser;

    /// <summary>Puts what the test needs into the application.</summary>
    /// <returns>A task that ends when it is there.</returns>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => browser.ClosePagesAsync();
}
