using System.Text.Json;
using Microsoft.Playwright;

namespace LeadStudio.BrowserTests.Components;

/// <summary>The scrolling of VirtualTable in a real browser, with a stand-in for .NET: the heights that browsers cap exist only there.</summary>
public sealed class GridScriptTests(BrowserFixture browser) : PageTest(browser)
{
    private const int Total = 10_000_000;

    // A table of 40-pixel rows in a view of 400 pixels; "SetWindowAsync" renders at once what .NET would render.
    private const string Table = """
        async total => {
          document.body.innerHTML = `
            <div id="vt" data-total="${total}" data-active="-1" style="--vt-row-height: 40px">
              <div data-part="scroller" id="scroller" tabindex="0" style="height: 400px; overflow: auto; overflow-anchor: none">
                <div data-part="head"></div>
                <div data-part="spacer" style="position: relative; overflow: clip"><div data-part="rows" data-first="0" style="position: absolute; inset: 0 0 auto"></div></div>
              </div>
            </div>`;
          const root = document.getElementById("vt"), rows = root.querySelector("[data-part=rows]");
          window.calls = [];
          const dotnet = {
            async invokeMethodAsync(method, ...args) {
              calls.push([method, ...args]);
              if (method === "SetWindowAsync") {
                const [first, count] = args;
                rows.replaceChildren(...Array.from({ length: count }, (_, i) => {
                  const row = document.createElement("div");
                  row.dataset.row = first + i;
                  row.style.height = "40px";
                  return row;
                }));
                rows.dataset.first = first;
              }
            },
          };
          window.grid = (await import("/dist/grid.js")).mount(root, dotnet);
        }
        """;

    private const string RowsInView = """
        () => {
          const view = document.getElementById("scroller").getBoundingClientRect();
          return [...document.querySelectorAll("[data-row]")]
            .map(row => ({ row: Number(row.dataset.row), top: row.getBoundingClientRect().top - view.top }))
            .filter(place => place.top > -40 && place.top < 400);
        }
        """;

    [SkippableFact]
    public async Task End_TenMillionRows_ShowsTheLastRowAtTheBottom()
    {
        var page = await OpenAsync(Total);

        await page.Keyboard.PressAsync("End");
        await WaitForRowAsync(page, Total - 1, top: 360);

        await page.Keyboard.PressAsync("Home");
        await WaitForRowAsync(page, 0, top: 0);
        Assert.Empty(Browser.ConsoleErrors);
    }

    [SkippableFact]
    public async Task Wheel_AtTheEndAndInTheMiddle_MovesByItsPixels()
    {
        var page = await OpenAsync(Total);
        await page.Mouse.MoveAsync(100, 100);

        await page.Keyboard.PressAsync("End");
        await WaitForRowAsync(page, Total - 1, top: 360);
        await page.Mouse.WheelAsync(0, -80);
        await WaitForRowAsync(page, Total - 3, top: 360);
        await page.Mouse.WheelAsync(0, 900); // against the end

        await WaitForRowAsync(page, Total - 1, top: 360);
        await page.EvaluateAsync("() => grid.scrollToRow(5000000, true)");
        await WaitForRowAsync(page, 5_000_000, top: 0);
        await page.Mouse.WheelAsync(0, 120);
        await WaitForRowAsync(page, 5_000_003, top: 0);
    }

    [SkippableFact]
    public async Task ScrollBar_DraggedToHalf_ShowsTheMiddle()
    {
        var page = await OpenAsync(Total);

        await page.EvaluateAsync("() => { const s = document.getElementById('scroller'); s.scrollTop = (s.scrollHeight - s.clientHeight) / 2; }");

        await WaitForRowAsync(page, Total / 2, top: 200);
    }

    [SkippableFact]
    public async Task Keys_J_MoveTheActiveRowAndKeepItInView()
    {
        var page = await OpenAsync(Total);

        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("j");
        }

        await WaitForRowAsync(page, 11, top: 360); // the first press takes the first row
        await page.WaitForFunctionAsync("() => calls.filter(call => call[0] === 'SetActiveAsync').at(-1)?.[1] === 11");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => calls.some(call => call[0] === 'OpenAsync' && call[1] === 11)");
    }

    [SkippableFact]
    public async Task Total_Shrinks_StaysOnTheRowsThatAreLeft()
    {
        var page = await OpenAsync(1_000);
        await page.Keyboard.PressAsync("End");
        await WaitForRowAsync(page, 999, top: 360);

        await page.EvaluateAsync("() => { document.getElementById('vt').dataset.total = 500; }");

        await WaitForRowAsync(page, 499, top: 360);
    }

    private static async Task WaitForRowAsync(IPage page, int row, int top)
    {
        try
        {
            await page.WaitForFunctionAsync(
                $"([row, top]) => ({RowsInView})().some(place => place.row === row && Math.abs(place.top - top) <= 20)", new[] { row, top });
        }
        catch (TimeoutException)
        {
            var seen = await page.EvaluateAsync<JsonElement>(RowsInView);
            Assert.Fail($"Row {row} is not at {top} px. In view: {seen}");
        }
    }

    private async Task<IPage> OpenAsync(int total)
    {
        var page = await Browser.OpenAsync("/leads/999999");
        page.SetDefaultTimeout(10_000);
        await page.EvaluateAsync(Table, total);
        await page.Locator("#scroller").FocusAsync();
        await WaitForRowAsync(page, 0, top: 0);
        return page;
    }
}
