using System.Data.Common;

namespace Amparo.Kernel;

/// <summary>
/// Writes the roles out of the box, and gives each act its default roles the first time that this database meets it. What
/// an installation took from a role is never given back by an upgrade. It belongs to the migration: what it writes stands in
/// the program's text and nobody chose it, so it is no act of the audit.
/// </summary>
internal static class RoleSeeds
{
    private static readonly string[] Names = ["@a", "@b"];

    public static async Task Bring(DbConnection connection, DbTransaction transaction, Permissions permissions, CancellationToken stop)
    {
        var known = new HashSet<string>();
        await using (var command = Command(connection, transaction, "SELECT act FROM kernel_permission"))
        await using (var rows = await command.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) known.Add(rows.GetString(0));

        foreach (var role in permissions.Roles.Select(r => r.Name).Concat(permissions.All.SelectMany(p => p.Roles)).Distinct())
            await Insert("INSERT INTO kernel_role (name) VALUES (@a) ON CONFLICT DO NOTHING", role);
        foreach (var permission in permissions.All.Where(p => !known.Contains(p.Act)))
        {
            await Insert("INSERT INTO kernel_permission (act) VALUES (@a)", permission.Act);
            foreach (var role in permission.Roles.Distinct()) await Insert("INSERT INTO kernel_role_permission (role, act) VALUES (@a, @b)", role, permission.Act);
        }

        async Task Insert(string sql, params string[] values)
        {
            await using var command = Command(connection, transaction, sql);
            foreach (var (name, value) in Names.Zip(values))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    public static async Task<IReadOnlyList<Permission>> Missing(Database db, Permissions permissions, CancellationToken stop)
    {
        var known = await db.Set<KnownPermission>().Select(p => p.Act).ToListAsync(stop);
        return [.. permissions.All.Where(p => !known.Contains(p.Act))];
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }
}
