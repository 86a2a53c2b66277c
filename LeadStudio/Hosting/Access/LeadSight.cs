using System.Globalization;
using System.Security.Claims;
using LeadStudio.Core.Access;
using LeadStudio.Core.Access.Users;
using LeadStudio.Core.Common;
using LeadStudio.Core.Conditions;
using LeadStudio.Core.Leads;
using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Listing;
using Microsoft.Extensions.Options;

namespace LeadStudio.Hosting.Access;

/// <summary>Which leads a person sees. Sellers see all of them, or by <see cref="HostingOptions.SalesSee"/> those of their teams and those that nobody owns.</summary>
public sealed class LeadSight(IUsers users, ILeadList list, ILeadStore store, IOptions<HostingOptions> hosting)
{
    /// <summary>Tells whether a person sees some leads only.</summary>
    /// <param name="person">Who looks.</param>
    /// <returns>Whether it is so.</returns>
    public bool IsLimited(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return hosting.Value.SalesSee != SalesSight.All && person.FindFirst(ClaimTypes.Role)?.Value == nameof(Role.Sales);
    }

    /// <summary>Says what a person's leads have in common.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The condition that they meet; null where the person sees all leads.</returns>
    public async ValueTask<Condition?> LimitAsync(ClaimsPrincipal person, CancellationToken cancellationToken = default) =>
        IsLimited(person) ? LimitTo(await OwnersAsync(person, cancellationToken)) : null;

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
        IsLimited(person) ? await OwnedAsync(leads, await OwnersAsync(person, cancellationToken), cancellationToken) : leads;

    private static AnyCondition LimitTo(IReadOnlyList<string> owners) => new(
        [new Predicate(StandardFields.Owner, Operator.IsEmpty, []), new Predicate(StandardFields.Owner, Operator.IsOneOf, [.. owners.Select(owner => (Operand)owner)])]);

    // The names and addresses of whoever is in a team with the person.
    private async Task<IReadOnlyList<string>> OwnersAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var id = long.Parse(person.FindFirst(ClaimTypes.NameIdentifier)!.Value, CultureInfo.InvariantCulture);
        var all = await users.ListAsync(cancellationToken);
        var teams = all.Where(user => user.Id == id).SelectMany(user => user.Teams).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. all.Where(user => user.Id == id || user.Teams.Any(teams.Contains)).SelectMany(user => (string[])[user.Name, user.Email])];
    }

    // Lists have scored leads only. One just added or imported is scored a moment later: such ones are few, and looked at one by one.
    private async Task<IReadOnlyList<long>> OwnedAsync(IReadOnlyList<long> leads, IReadOnlyList<string> owners, CancellationToken cancellationToken)
    {
        var everything = new LeadQuery { Scope = LeadScope.All };
        var seen = (await list.MatchAsync(everything.Within(LimitTo(owners)), leads, cancellationToken)).ToHashSet();
        List<long> others = [.. leads.Where(lead => !seen.Contains(lead))];
        var hidden = others.Count == 0 ? [] : await list.MatchAsync(everything, others, cancellationToken);
        foreach (var lead in others.Except(hidden))
        {
            if ((await store.GetAsync(lead, cancellationToken)).Value is { } found
                && Folding.Fold(found.Text(StandardFields.Owner)) is var owner
                && (owner.Length == 0 || owners.Any(one => Folding.Fold(one) == owner)))
            {
                seen.Add(lead);
            }
        }

        return [.. leads.Where(seen.Contains)];
    }
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
