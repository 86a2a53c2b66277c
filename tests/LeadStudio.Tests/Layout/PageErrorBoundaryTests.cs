using Bunit;
using LeadStudio.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Layout;

public sealed class PageErrorBoundaryTests : BunitContext
{
    public PageErrorBoundaryTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void Retry_AfterAFailure_ShowsThePageAgain()
    {
        Fragile.Fails = true;
        var page = Render<PageErrorBoundary>(parameters => parameters.AddChildContent<Fragile>());
        Assert.DoesNotContain("boom", page.Markup, StringComparison.Ordinal);
        Assert.Matches("^[0-9A-F]{6}$", page.Find("[role=alert] code").TextContent);

        Fragile.Fails = false;
        page.Find("button").Click();

        Assert.Equal("whole", page.Markup);
    }

    private sealed class Fragile : ComponentBase
    {
        public static bool Fails { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, Fails ? throw new InvalidOperationException("boom") : "whole");
    }
}
