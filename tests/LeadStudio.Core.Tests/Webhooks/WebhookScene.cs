using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Secrets;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Messaging;
using LeadStudio.Core.Outbound;
using LeadStudio.Core.Persistence;
using LeadStudio.Core.Webhooks;
using LeadStudio.TestSupport;
using LeadStudio.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Webhooks;

/// <summary>A core with a clock that a test moves, and a receiver that webhooks call.</summary>
internal sealed class WebhookScene : IAsyncDisposable
{
    public static readonly Actor Ada = new(ActorKind.Person, "Ada");

    private readonly string _database;
    private CoreFixture _core;

    private WebhookScene(string database, CoreFixture core, WebReceiver receiver, FakeClock clock) =>
        (_database, _core, Receiver, Clock) = (database, core, receiver, clock);

    public WebReceiver Receiver { get; }

    public FakeClock Clock { get; }

    public IWebhooks Webhooks => _core.Get<IWebhooks>();

    public static async Task<WebhookScene> StartAsync(string database)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        return new(database, await CoreAsync(database, clock), await WebReceiver.StartAsync(), clock);
    }

    public T Get<T>()
        where T : notnull => _core.Get<T>();

    /// <summary>Begins anew over the same database, as after a crash.</summary>
    public async Task RestartAsync()
    {
        await _core.DisposeAsync();
        _core = await CoreAsync(_database, Clock);
    }

    public async Task<NewWebhook> AddAsync(params string[] events) => (await Webhooks.AddAsync(new WebhookSettings(Receiver.Url, events), Ada)).Value!;

    public async Task<long> AddLeadAsync(string email) => (await Get<ILeadStore>().AddAsync(
        new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["email"] = FieldValue.Of(email) }, Ada)).Value;

    public Task EditAsync(long lead, string title) => Get<ILeadStore>().EditAsync(
        lead, new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["title"] = FieldValue.Of(title) }, Ada);

    public Task HappenAsync(string topic, string data) => Get<IDatabase>().WriteAsync(async db =>
    {
        await Get<IOutbox>().AddAsync(db, topic, data);
        return true;
    });

    /// <summary>Makes and sends all that is due.</summary>
    public async Task RunAsync()
    {
        foreach (var id in await Get<WebhookRounds>().LiveAsync(CancellationToken.None))
        {
            await Get<WebhookRounds>().RunAsync(id, CancellationToken.None);
        }
    }

    public async Task<IReadOnlyList<WebhookDelivery>> LogAsync(long id) => (await Webhooks.DeliveriesAsync(id, before: null, 10_000)).Value!;

    public async ValueTask DisposeAsync()
    {
        await _core.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private static Task<CoreFixture> CoreAsync(string database, FakeClock clock) => CoreFixture.StartAsync(database, services => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<ISecrets, ReversedSecrets>()
        .AddSingleton<IWebhookPayloads, PlainPayloads>()
        .Configure<OutboundOptions>(options => options.AllowPrivateTargets = true));

    private sealed class ReversedSecrets : ISecrets
    {
        public string Protect(string secret) => new([.. secret.Reverse()]);

        public string? Unprotect(string stored) => Protect(stored);
    }

    private sealed class PlainPayloads : IWebhookPayloads
    {
        public Task<string?> DetailsAsync(Occurrence occurrence, CancellationToken cancellationToken = default) =>
            Task.FromResult<string?>($$"""{"lead":{{occurrence.LeadId}},"import":{{occurrence.ImportId}},"score":{{occurrence.Step?.After ?? 0}}}""");
    }
}
