using LeadStudio.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LeadStudio.Core.Access.Storage;

internal sealed class EfUserSettings(IDatabase database) : IUserSettings
{
    public Task<string?> GetAsync(Actor user, string key, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            db => db.Set<UserSettingRow>().Where(row => row.UserName == user.Name && row.Key == key).Select(row => (string?)row.Value).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);

    // Two pages of one user may set the same at once: the statement decides, not a read before it.
    public Task SetAsync(Actor user, string key, string? value, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            db => value is null
                ? db.Set<UserSettingRow>().Where(row => row.UserName == user.Name && row.Key == key).ExecuteDeleteAsync(cancellationToken)
                : db.Database.ExecuteSqlAsync(
                    $"insert into user_settings (user_name, key, value) values ({user.Name}, {key}, {value}) on conflict (user_name, key) do update set value = excluded.value",
                    cancellationToken),
            cancellationToken);
}
