using System.Data.Common;

namespace Amparo.Kernel;

/// <summary>On PostgreSQL the publisher reads as a role that may SELECT from the public views and from nothing else.</summary>
internal static class PublisherRole
{
    public const string Name = "amparo_publisher";

    public static async Task Grant(DbConnection connection, DbTransaction transaction, IEnumerable<PublicView> views, CancellationToken stop)
    {
        // Two servers that migrate two databases of one cluster at once would both make the role: the lock lets one go first.
        await Migrator.Run(connection, transaction, "SELECT pg_advisory_xact_lock(7263001)", stop);
        await Migrator.Run(connection, transaction,
            $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Name}') THEN CREATE ROLE {Name} NOLOGIN; END IF; END $$", stop);
        await Migrator.Run(connection, transaction, $"GRANT USAGE ON SCHEMA public TO {Name}", stop);
        foreach (var view in views) await Migrator.Run(connection, transaction, $"GRANT SELECT ON {view.Name} TO {Name}", stop);
        await Migrator.Run(connection, transaction,
            $"DO $$ BEGIN IF NOT pg_has_role(current_user, '{Name}', 'MEMBER') THEN GRANT {Name} TO CURRENT_USER; END IF; END $$", stop);
    }
}
