using System.Data.Common;

namespace Amparo.Kernel;

/// <summary>On PostgreSQL the publisher reads as a role that may SELECT from the public views and from nothing else.</summary>
internal static class PublisherRole
{
    public const string Name = "amparo_publisher";

    public static async Task Grant(DbConnection connection, DbTransaction transaction, IEnumerable<PublicView> views, CancellationToken stop)
    {
        // The role belongs to the cluster, and a lock to one database: of two that migrate two databases at once the second finds it made.
        await Migrator.Run(connection, transaction, "SELECT pg_advisory_xact_lock(7263001)", stop);
        await Migrator.Run(connection, transaction,
            $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Name}') THEN CREATE ROLE {Name} NOLOGIN; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$", stop);
        await Migrator.Run(connection, transaction, $"GRANT USAGE ON SCHEMA public TO {Name}", stop);
        foreach (var view in views) await Migrator.Run(connection, transaction, $"GRANT SELECT ON {view.Name} TO {Name}", stop);
        await Migrator.Run(connection, transaction,
            $"DO $$ BEGIN IF NOT pg_has_role(current_user, '{Name}', 'MEMBER') THEN GRANT {Name} TO CURRENT_USER; END IF; END $$", stop);
    }
}
