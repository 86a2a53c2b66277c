using System.Text.Json;
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
        webhooks.MapGet("", ListAsync);
        webhooks.MapPost("", AddAsync);
        webhooks.MapGet("/{id:long}", GetAsync);
        webhooks.MapPatch("/{id:long}", ChangeAsync);
        webhooks.MapDelete("/{id:long}", DeleteAsync);
        webhooks.MapPost("/{id:long}/test", TestAsync);
        webhooks.MapGet("/{id:long}/deliveries", DeliveriesAsync);
        webhooks.MapPost("/{id:long}/deliveries/{n:long}/redeliver", RedeliverAsync);
    }

    private static async Task<IResult> ListAsync(IWebhooks webhooks, CancellationToken cancellationToken)
    {
        var all = await webhooks.ListAsync(cancellationToken);
        return Results.Ok(new PageJson<WebhookJson>([.. all.Select(WebhookJson.Of)], null, all.Count));
    }

    private static async Task<IResult> AddAsync(HttpContext http, JsonElement body, IWebhooks webhooks)
    {
        var (settings, problem) = WebhookRequest.Read(body, new WebhookSettings("", []));
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

    private static async Task<IResult> ChangeAsync(HttpContext http, long id, JsonElement body, IWebhooks webhooks)
    {
        var found = await webhooks.GetAsync(id, http.RequestAborted);
        if (!found.IsSuccess)
        {
            return Problems.Of(found.Error);
        }

        var (settings, problem) = WebhookRequest.Read(body, WebhookSettings.Of(found.Value));
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
