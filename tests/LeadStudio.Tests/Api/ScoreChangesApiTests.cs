using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Journal;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Persistence;
using LeadStudio.TestSupport.Persistence;

namespace LeadStudio.Tests.Api;

public sealed class ScoreChangesApiTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const string Path = "/api/v1/score-changes";

    [Fact]
    public async Task Get_LeadAdded_TellsItsScore()
    {
        await using var api = await ApiScene.StartAsync(databases);
        await using var feed = await Feed.OpenAsync(api, Path);
        var lead = await api.AddAsync("ann@example.com");

        var (_, change) = await feed.NextAsync();

        Assert.Equal($"{lead}", change.GetProperty("leadId").GetString());
        Assert.Equal(JsonValueKind.Null, change.GetProperty("before").ValueKind);
        Assert.Equal((await api.GetAsync($"/api/v1/leads/{lead}")).Body.GetProperty("score").GetInt32(), change.GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Get_WithTheLastId_TellsWhatHappenedWhileNobodyListenedAndAcrossARestart()
    {
        var database = databases.NewDatabase();
        string last;
        await using (var api = await ApiScene.StartAsync(database))
        {
            await using var feed = await Feed.OpenAsync(api, Path);
            await ChangeAsync(api, "1::10:9 2::20:9 3::30:9");
            await feed.NextAsync();
            (last, _) = await feed.NextAsync(); // the third of this entry is still to come
            await feed.DisposeAsync();
            await ChangeAsync(api, "4::40:9");
        }

        await using var restarted = await ApiScene.StartAsync(database);
        await ChangeAsync(restarted, "5::50:9");
        await using var resumed = await Feed.OpenAsync(restarted, Path, last);
        await ChangeAsync(restarted, "6::60:9");

        Assert.Equal(["3", "4", "5", "6"], await resumed.LeadsAsync(4));
    }

    [Fact]
    public async Task Get_OpenedAndClosedBeforeAnythingHappened_HasAnIdToResumeFrom()
    {
        await using var api = await ApiScene.StartAsync(databases);
        string first;
        await using (var feed = await Feed.OpenAsync(api, Path))
        {
            first = await feed.FirstIdAsync();
        }

        await ChangeAsync(api, "7::70:1");
        await using var resumed = await Feed.OpenAsync(api, Path, first);

        Assert.Equal(["7"], await resumed.LeadsAsync(1));
    }

    [Fact]
    public async Task Get_WithAThresholdAndAFilter_TellsOnlyWhatMeetsBoth()
    {
        await using var api = await ApiScene.StartAsync(databases);
        var (ann, bob) = (await api.AddAsync("ann@example.com", "CEO"), await api.AddAsync("bob@example.com", "Clerk"));
        await using var feed = await Feed.OpenAsync(api, $"{Path}?threshold=70&filter=title+contains+CEO");

        await ChangeAsync(api, $"{ann}:10:20:9 {bob}:10:90:1");
        await ChangeAsync(api, $"{ann}:60:80:1");

        var (_, change) = await feed.NextAsync();
        Assert.Equal(($"{ann}", 80), (change.GetProperty("leadId").GetString(), change.GetProperty("score").GetInt32()));
    }

    [Fact]
    public async Task Get_WithASegmentAndAFilter_TellsOnlyWhatMeetsBoth()
    {
        await using var api = await ApiScene.StartAsync(databases);
        var (ann, bob, cy) = (await api.AddAsync("ann@example.com", "CEO"), await api.AddAsync("bob@example.com", "Clerk"), await api.AddAsync("cy@other.example", "CEO"));
        var segment = await api.SendAsync("POST", "/api/v1/segments", """{"name":"Chiefs","filter":"title is CEO or title is CTO"}""");
        await using var feed = await Feed.OpenAsync(api, $"{Path}?segment={segment["id"]}&filter=email+contains+example.com");

        await ChangeAsync(api, $"{bob}:10:20:9 {cy}:10:20:9 {ann}:10:20:9");

        Assert.Equal([$"{ann}"], await feed.LeadsAsync(1));
    }

    [Fact]
    public async Task Get_WithAnIdOfAnotherDatabase_SaysThatTheLeadsMustBeReadAgain()
    {
        await using var api = await ApiScene.StartAsync(databases);
        await using var feed = await Feed.OpenAsync(api, Path, "999999.3");

        Assert.Equal("reset", await feed.NextKindAsync());
    }

    [Theory]
    [InlineData("?threshold=0", null)]
    [InlineData("?filter=title+eats+CEO", null)]
    [InlineData("?segment=99", null)]
    [InlineData("", "yesterday")]
    public async Task Get_WhatDoesNotFit_IsRefused(string query, string? last)
    {
        await using var api = await ApiScene.StartAsync(databases);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Path + query, UriKind.Relative));
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var response = await api.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static async Task ChangeAsync(ApiScene api, string steps)
    {
        await api.Get<IDatabase>().WriteAsync(async db =>
        {
            await api.Get<IOutbox>().AddAsync(db, LeadTopics.Scores, steps);
            return true;
        });
        api.Get<IEventBus>().Publish(new StandingsChanged([], 1));
    }

    /// <summary>A listener.</summary>
    private sealed class Feed : IAsyncDisposable
    {
        private readonly HttpResponseMessage _response;
        private readonly SseParser<string> _parser;
        private readonly IAsyncEnumerator<SseItem<string>> _events;

        private Feed(HttpResponseMessage response, Stream body)
        {
            _response = response;
            _parser = SseParser.Create(body);
            _events = _parser.EnumerateAsync().GetAsyncEnumerator();
        }

        public static async Task<Feed> OpenAsync(ApiScene api, string path, string? last = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (last is not null)
            {
                request.Headers.Add("Last-Event-ID", last);
            }

            var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return new Feed(response, await response.Content.ReadAsStreamAsync());
        }

        public async Task<(string Id, JsonElement Change)> NextAsync()
        {
            Assert.Equal("score", await NextKindAsync());
            return (_parser.LastEventId, JsonElement.Parse(_events.Current.Data));
        }

        public async Task<string> NextKindAsync()
        {
            Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            return _events.Current.EventType;
        }

        public async Task<List<string?>> LeadsAsync(int count)
        {
            var leads = new List<string?>();
            while (leads.Count < count)
            {
                leads.Add((await NextAsync()).Change.GetProperty("leadId").GetString());
            }

            return leads;
        }

        // It comes without an event: a parser keeps it and gives nothing.
        public async Task<string> FirstIdAsync()
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync());
            string? line;
            do
            {
                line = await reader.ReadLineAsync();
            }
            while (line?.StartsWith("id: ", StringComparison.Ordinal) == false);

            return line![4..];
        }

        public ValueTask DisposeAsync()
        {
            _response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
