using System.Data.Common;
using LeadStudio.Core.Persistence.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Core.Persistence;

/// <summary>Registers the database.</summary>
public static class PersistenceServiceCollectionExtensions
{
    private const string DefaultFile = "leadstudio.db";

    /// <summary>Adds the database that the connection string's form asks for.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration; see <see cref="PersistenceOptions"/>.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The connection string has neither form.</exception>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(PersistenceOptions.SectionName);
        services.AddOptions<PersistenceOptions>().Bind(section)
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.DataFolder),
                "LeadStudio:DataFolder is empty. Set it to a folder that LeadStudio may write to, or remove it.")
            .ValidateOnStart();
        services.AddSingleton<IStorage, Storage>();

        var options = section.Get<PersistenceOptions>() ?? new PersistenceOptions();
        var connectionString = options.Database is { Length: > 0 } configured
            ? configured
            : $"Data Source={Path.Combine(options.DataFolder, DefaultFile)}";
        return services.AddDatabase(connectionString);
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (parts.ContainsKey("Data Source"))
        {
            SqlitePragmas.Configure();
            return services
                .AddSingleton(new SqliteFiles(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)))
                .AddSingleton<SqliteBackups>()
                .AddSingleton<IBackups>(provider => provider.GetRequiredService<SqliteBackups>())
                .AddSingleton<IDatabase, SqliteDatabase>()
                .AddContexts<SqliteLeadStudioDbContext>(options => options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()));
        }

        if (parts.ContainsKey("Host"))
        {
            return services
                .AddSingleton<IBackups, PostgresBackups>()
                .AddSingleton<IDatabase, PostgresDatabase>()
                .AddContexts<PostgresLeadStudioDbContext>(options => options.UseNpgsql(connectionString));
        }

        throw new ArgumentException(
            "LeadStudio:Database is neither a SQLite file (\"Data Source=leadstudio.db\") nor a PostgreSQL server " +
            "(\"Host=db.example.com;Database=leadstudio;Username=...;Password=...\").",
            nameof(connectionString));
    }

    private static IServiceCollection AddContexts<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> provider)
        where TContext : LeadStudioDbContext =>
        services
            .AddDbContextFactory<TContext>(provider)
            .AddSingleton<IDbContextFactory<LeadStudioDbContext>, LeadStudioDbContextFactory<TContext>>();
}
