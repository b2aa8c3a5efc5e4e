namespace Amparo.Kernel;

/// <summary>
/// Rails in the database itself: a row of the audit is added, gets its place in the chain once, and is never changed or taken
/// away, whichever program asks. They stop mistakes and honest tools; a person who owns the database can take them off, and
/// that is what the chain and its notes are for.
/// </summary>
internal static class AuditGuards
{
    private const string Refusal = "The audit is only ever added to.";

    private static readonly string[] Fixed =
        ["id", "at", "act", "by", "organisation", "purpose", "table_name", "record", "records", "outcome", "node", "node_sequence", "mac"];

    public static IEnumerable<string> For(Engine engine) => engine.IsSqlite ? OnSqlite() : OnPostgres();

    private static IEnumerable<string> OnSqlite()
    {
        var same = string.Join(" AND ", Fixed.Select(c => $"NEW.{Quoted(c)} IS OLD.{Quoted(c)}"));
        foreach (var (name, when) in new[]
        {
            ("no_update", $"BEFORE UPDATE ON {AuditTable.Name} WHEN OLD.sequence IS NOT NULL OR NOT ({same})"),
            ("no_delete", $"BEFORE DELETE ON {AuditTable.Name}"),
        })
        {
            yield return $"DROP TRIGGER IF EXISTS {AuditTable.Name}_{name}";
            yield return $"CREATE TRIGGER {AuditTable.Name}_{name} {when} BEGIN SELECT RAISE(ABORT, '{Refusal}'); END";
        }
        foreach (var verb in new[] { "UPDATE", "DELETE" })
        {
            var name = $"{AuditCheckpointTable.Name}_no_{verb.ToLowerInvariant()}";
            yield return $"DROP TRIGGER IF EXISTS {name}";
            yield return $"CREATE TRIGGER {name} BEFORE {verb} ON {AuditCheckpointTable.Name} BEGIN SELECT RAISE(ABORT, '{Refusal}'); END";
        }
    }

    private static IEnumerable<string> OnPostgres()
    {
        var changed = string.Join(" OR ", Fixed.Select(c => $"NEW.{Quoted(c)} IS DISTINCT FROM OLD.{Quoted(c)}"));
        yield return $"""
            CREATE OR REPLACE FUNCTION kernel_audit_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
            BEGIN
              IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = '{AuditTable.Name}' THEN
                IF OLD.sequence IS NULL AND NOT ({changed}) THEN RETURN NEW; END IF;
              END IF;
              RAISE EXCEPTION '{Refusal}';
            END $guard$
            """;
        foreach (var table in new[] { AuditTable.Name, AuditCheckpointTable.Name })
        {
            yield return $"DROP TRIGGER IF EXISTS guard_rows ON {table}";
            yield return $"CREATE TRIGGER guard_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION kernel_audit_guard()";
            yield return $"DROP TRIGGER IF EXISTS guard_all ON {table}";
            yield return $"CREATE TRIGGER guard_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION kernel_audit_guard()";
        }
    }

    // "by" is a word of SQL.
    private static string Quoted(string column) => $"\"{column}\"";
}
