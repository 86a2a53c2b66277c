using LeadStudio.Api.Document;
using LeadStudio.Core.Common;
using LeadStudio.Core.Webhooks;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Api.Webhooks;

/// <summary>Addresses that are told what happens.</summary>
internal static class WebhooksApi
{
    private const int MostListed = 1_000;

    public static void MapWebhooks(this IEndpointRouteBuilder webhooks)
    {
        webhooks.MapGet("", ListAsync)
            .Describe("listWebhooks", "List webhooks", "Gives all webhooks, without their secrets.")
            .Answers<PageJson<WebhookJson>>();
        webhooks.MapPost("", AddAsync)
            .Describe("addWebhook", "Add a webhook", "Adds an address that is called when something happens. The answer has the secret that signs the calls; it cannot be read again. Addresses in inner networks are refused.")
            .Reads<NewWebhookForm>()
            .Answers<WebhookJson>(StatusCodes.Status201Created);
        webhooks.MapGet("/{id:long}", GetAsync)
            .Describe("getWebhook", "Read a webhook", "Gives a webhook, without its secret.")
            .Answers<WebhookJson>();
        webhooks.MapPatch("/{id:long}", ChangeAsync)
            .Describe("changeWebhook", "Change a webhook", "Changes what is named of a webhook. What happens while it is paused is kept for three days.")
            .Reads<WebhookForm>()
            .Answers<WebhookJson>();
        webhooks.MapDelete("/{id:long}", DeleteAsync)
            .Describe("deleteWebhook", "Delete a webhook", "Takes a webhook away, with its log and what was not sent yet.")
            .Produces(StatusCodes.Status204NoContent);
        webhooks.MapPost("/{id:long}/test", TestAsync)
            .Describe("testWebhook", "Test a webhook", "Makes a call of the event `test` ready, which tells nothing of any lead. What came of it the list of deliveries says.")
            .Answers<DeliveryJson>(StatusCodes.Status202Accepted);
        webhooks.MapGet("/{id:long}/deliveries", DeliveriesAsync)
            .Describe("listDeliveries", "List deliveries", "Gives what a webhook was told or will be told, with what came of it, newest first.")
            .Answers<PageJson<DeliveryJson>>();
        webhooks.MapPost("/{id:long}/deliveries/{n:long}/redeliver", RedeliverAsync)
            .Describe("redeliver", "Send a delivery again", "Makes a call ready once more, with the same id and body.")
            .Answers<DeliveryJson>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAsync(IWebhooks webhooks, CancellationToken cancellationToken)
    {
        var all = await webhooks.ListAsync(cancellationToken);
        return Results.Ok(new PageJson<WebhookJson>([.. all.Select(WebhookJson.Of)], null, all.Count));
    }

    private static async Task<IResult> AddAsync(HttpContext http, IWebhooks webhooks)
    {
        var (settings, problem) = await WebhookRequest.ReadAsync(http, new WebhookSettings("", []));
        if (settings is null)
        {
            return problem!;
        }

        var added = await webhooks.AddAsync(settings, http.User.ToActor(), http.RequestAborted);
        return added.IsSuccess
            ? Results.Created($"{ApiEndpoints.Path}/webhooks/{PlainText.Of(added.Value.Webhook.Id)}", WebhookJson.Of(added.Value.Webhook, added.Value.Secret))
            : Problems.Of(added.Error);
    }

    private static async Task<IResult> GetAsync(long id, IWebhooks webhooks, CancellationToken cancellationToken) =>
        Answer(await webhooks.GetAsync(id, cancellationToken), webhook => Results.Ok(WebhookJson.Of(webhook)));

    private static async Task<IResult> ChangeAsync(HttpContext http, long id, IWebhooks webhooks)
    {
        var found = await webhooks.GetAsync(id, http.RequestAborted);
        if (!found.IsSuccess)
        {
            return Problems.Of(found.Error);
        }

        var (settings, problem) = await WebhookRequest.ReadAsync(http, WebhookSettings.Of(found.Value));
        return settings is null
            ? problem!
            : Answer(await webhooks.ChangeAsync(id, settings, http.User.ToActor(), http.RequestAborted), webhook => Results.Ok(WebhookJson.Of(webhook)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, IWebhooks webhooks) =>
        Answer(await webhooks.DeleteAsync(id, http.User.ToActor(), http.RequestAborted), _ => Results.NoContent());

    private static async Task<IResult> TestAsync(HttpContext http, long id, IWebhooks webhooks) =>
        Answer(await webhooks.TestAsync(id, http.User.ToActor(), http.RequestAborted), Accepted);

    private static async Task<IResult> DeliveriesAsync(long id, IWebhooks webhooks, CancellationToken cancellationToken, int limit = 50, long? cursor = null)
    {
        if (limit is < 1 or > MostListed)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {MostListed:N0} deliveries at a time; follow \"nextCursor\" for more.");
        }

        return Answer(await webhooks.DeliveriesAsync(id, cursor, limit + 1, cancellationToken), found =>
        {
            var page = found.Take(limit).ToList();
            return Results.Ok(new PageJson<DeliveryJson>([.. page.Select(DeliveryJson.Of)], found.Count > limit ? PlainText.Of(page[^1].Id) : null, null));
        });
    }

    private static async Task<IResult> RedeliverAsync(HttpContext http, long id, long n, IWebhooks webhooks) =>
        Answer(await webhooks.RedeliverAsync(id, n, http.User.ToActor(), http.RequestAborted), Accepted);

    private static IResult Accepted(WebhookDelivery delivery) => Results.Json(DeliveryJson.Of(delivery), statusCode: StatusCodes.Status202Accepted);

    private static IResult Answer<T>(Result<T> result, Func<T, IResult> answer) => result.IsSuccess ? answer(result.Value) : Problems.Of(result.Error);
}
