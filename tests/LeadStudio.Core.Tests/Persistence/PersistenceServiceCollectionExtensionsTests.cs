using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Tests.Persistence;

public sealed class PersistenceServiceCollectionExtensionsTests
{
    [Theory]
    [InlineData("Data Source=leads.db", typeof(SqliteLeadStudioDbContext))]
    [InlineData("host=127.0.0.1;database=leads", typeof(PostgresLeadStudioDbContext))]
    public async Task AddPersistence_ConnectionString_ChoosesTheDatabaseByItsForm(string connectionString, Type context)
    {
        await using var services = new ServiceCollection().AddPersistence(Settings(connectionString)).BuildServiceProvider();

        await using var db = await services.GetRequiredService<IDbContextFactory<LeadStudioDbContext>>().CreateDbContextAsync();

        Assert.IsType(context, db);
    }

    [Fact]
    public void AddPersistence_NeitherForm_SaysWhichFormsThereAre()
    {
        var failure = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddPersistence(Settings("Endpoint=elsewhere")));

        Assert.Contains("Data Source=", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Host=", failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string connectionString) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("LeadStudio:Database", connectionString)]).Build();
}
