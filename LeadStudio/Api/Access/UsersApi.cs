using LeadStudio.Api.Document;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Common;
using LeadStudio.Hosting.Access;

namespace LeadStudio.Api.Access;

/// <summary>Who may sign in.</summary>
internal static class UsersApi
{
    public static void MapUsers(this IEndpointRouteBuilder users)
    {
        users.MapGet("", ListAsync)
            .Describe("listUsers", "List users", "Gives all users, by name.")
            .Answers<PageJson<UserJson>>();
        users.MapGet("/{id:long}", GetAsync)
            .Describe("getUser", "Read a user", "Gives one user.")
            .Answers<UserJson>();
        users.MapPost("", PostAsync)
            .Describe("addUser", "Invite a user", "Adds a user, and makes the link by which the user sets a password.")
            .Reads<NewUserForm>()
            .Answers<InvitedJson>(StatusCodes.Status201Created);
        users.MapPatch("/{id:long}", PatchAsync)
            .Describe("changeUser", "Change a user", "Changes what is named. With another role, or disabled, the user has to leave within a minute or two.")
            .Reads<UserForm>()
            .Answers<UserJson>();
        users.MapDelete("/{id:long}", DeleteAsync)
            .Describe("removeUser", "Remove a user", "Removes an account for good. What the user did keeps the name.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(IUsers users, CancellationToken cancellationToken)
    {
        var listed = await users.ListAsync(cancellationToken);
        return TypedResults.Ok(new PageJson<UserJson>([.. listed.Select(UserJson.Of)], null, listed.Count));
    }

    private static async Task<IResult> GetAsync(long id, IUsers users, CancellationToken cancellationToken) => Answer(await users.GetAsync(id, cancellationToken));

    private static async Task<IResult> PostAsync(HttpContext http, IUsers users)
    {
        var (form, problem) = await JsonBody.ReadAsync<NewUserForm>(http);
        if (form is null)
        {
            return problem!;
        }

        var by = Caller.Of(http);
        var added = await users.AddAsync(new(form.Email, form.Name, form.Role, form.Teams ?? []), password: null, by, http.RequestAborted);
        if (!added.IsSuccess)
        {
            return Problems.Of(added.Error);
        }

        var link = await users.LinkAsync(added.Value.Id, by, http.RequestAborted);
        return link.IsSuccess
            ? TypedResults.Created($"{ApiEndpoints.Path}/users/{PlainText.Of(added.Value.Id)}", new InvitedJson(UserJson.Of(added.Value), AccessPaths.Of(link.Value)))
            : Problems.Of(link.Error);
    }

    private static async Task<IResult> PatchAsync(HttpContext http, long id, IUsers users)
    {
        var (form, problem) = await JsonBody.ReadAsync<UserForm>(http);
        return form is null ? problem! : Answer(await users.ChangeAsync(id, new(form.Name, form.Role, form.Teams, form.IsDisabled), Caller.Of(http), http.RequestAborted));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, IUsers users)
    {
        var removed = await users.RemoveAsync(id, Caller.Of(http), http.RequestAborted);
        return removed.IsSuccess ? TypedResults.NoContent() : Problems.Of(removed.Error);
    }

    private static IResult Answer(Result<UserInfo> result) => result.IsSuccess ? TypedResults.Ok(UserJson.Of(result.Value)) : Problems.Of(result.Error);
}
