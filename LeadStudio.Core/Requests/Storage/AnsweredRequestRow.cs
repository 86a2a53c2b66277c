using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadStudio.Core.Requests.Storage;

/// <summary>A request that was begun, and its answer.</summary>
internal sealed class AnsweredRequestRow
{
    public required string Caller { get; init; }

    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Gets when it was begun, in UTC microseconds.</summary>
    public long StartedAt { get; init; }

    /// <summary>Gets the status of the answer; null while it is being done.</summary>
    public int? Status { get; init; }

    public string? Headers { get; init; }

    public string? Body { get; init; }
}

internal sealed class AnsweredRequestConfiguration : IEntityTypeConfiguration<AnsweredRequestRow>
{
    public void Configure(EntityTypeBuilder<AnsweredRequestRow> builder)
    {
        builder.ToTable("answered_requests");
        builder.HasKey(request => new { request.Caller, request.Key });
        builder.HasIndex(request => request.StartedAt);
    }
}
