using System.Globalization;
using System.Security.Claims;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Which leads a person sees. Sellers see all of them, or by <see cref="HostingOptions.SalesSee"/> those of their teams and those that nobody owns.</summary>
public sealed class LeadSight(IUsers users, ILeadList list, IOptions<HostingOptions> hosting)
{
    /// <summary>Says what a person's leads have in common.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The condition that they meet; null where the person sees all leads.</returns>
    public async ValueTask<Condition?> LimitAsync(ClaimsPrincipal person, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (hosting.Value.SalesSee == SalesSight.All || person.FindFirst(ClaimTypes.Role)?.Value != nameof(Role.Sales))
        {
            return null;
        }

        var id = long.Parse(person.FindFirst(ClaimTypes.NameIdentifier)!.Value, CultureInfo.InvariantCulture);
        var all = await users.ListAsync(cancellationToken);
        var teams = all.Where(user => user.Id == id).SelectMany(user => user.Teams).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Operand[] owners = [.. all.Where(user => user.Id == id || user.Teams.Any(teams.Contains)).SelectMany(user => (Operand[])[user.Name, user.Email])];
        return new AnyCondition([new Predicate(StandardFields.Owner, Operator.IsEmpty, []), new Predicate(StandardFields.Owner, Operator.IsOneOf, [.. owners])]);
    }

    /// <summary>Tells whether a person sees a lead.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Whether it is so.</returns>
    public async ValueTask<bool> SeesAsync(ClaimsPrincipal person, long lead, CancellationToken cancellationToken = default) =>
        (await SeenAsync(person, [lead], cancellationToken)).Count > 0;

    /// <summary>Chooses the leads that a person sees.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="leads">The leads.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Those of them, in the same order.</returns>
    public async ValueTask<IReadOnlyList<long>> SeenAsync(ClaimsPrincipal person, IReadOnlyList<long> leads, CancellationToken cancellationToken = default) =>
        await LimitAsync(person, cancellationToken) is { } limit
            ? await list.MatchAsync(new LeadQuery { Filter = limit, Scope = LeadScope.All }, leads, cancellationToken)
            : leads;
}

/// <summary>Narrows lists to what somebody sees.</summary>
internal static class LeadSightExtensions
{
    /// <summary>Makes the list of those leads that meet a condition, too.</summary>
    /// <param name="query">The list.</param>
    /// <param name="limit">The condition; null for none.</param>
    public static LeadQuery Within(this LeadQuery query, Condition? limit) =>
        limit is null ? query : query with { Filter = query.Filter is null ? limit : new AllCondition([limit, query.Filter]) };
}
