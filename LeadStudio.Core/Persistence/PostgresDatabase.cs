using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Persistence;

internal sealed class PostgresDatabase(IDbContextFactory<LeadStudioDbContext> contexts) : EfDatabase(contexts)
{
    public override DatabaseKind Kind => DatabaseKind.PostgreSql;
}
