namespace LeadStudio.Core.Leads.Demo;

/// <summary>Somebody who might buy from Northlight.</summary>
internal sealed record DemoPerson
{
    public required string ExternalId { get; init; }

    public required DemoCompany Company { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required string Title { get; init; }

    public required DemoRank Rank { get; init; }

    public required DemoSource Source { get; init; }

    public string? Phone { get; init; }

    /// <summary>Gets how eager the person is, in standard deviations; what Northlight never learns directly.</summary>
    public required double Interest { get; init; }

    /// <summary>Gets the money that is set aside for a year, in euros; null where it was not told.</summary>
    public double? Budget { get; init; }

    /// <summary>Gets how many people would use the product; null where it was not told.</summary>
    public double? TeamSize { get; init; }

    public string? UseCase { get; init; }

    public required bool Newsletter { get; init; }
}
