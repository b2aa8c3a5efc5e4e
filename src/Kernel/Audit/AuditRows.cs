using System.Data.Common;

namespace Amparo.Kernel;

/// <summary>Rows of the audit, read as they lie in the database and without an object for each: a verification reads millions.</summary>
internal static class AuditRows
{
    private const string Columns = "node, node_sequence, at, \"by\", organisation, purpose, act, table_name, record, records, outcome, mac, sequence, chain, id";

    public static readonly string Sealed = $"SELECT {Columns} FROM {AuditTable.Name} WHERE sequence > @after ORDER BY sequence";

    // In the order in which they were written, as far as several servers have one.
    public static readonly string Waiting = $"SELECT {Columns} FROM {AuditTable.Name} WHERE sequence IS NULL ORDER BY at, node, node_sequence LIMIT @most";

    public static ReadOnlySpan<byte> Line(DbDataReader row, Span<byte> room) => AuditLine.Of(
        room, row.GetString(0), row.GetInt64(1), row.GetInt64(2), Id(row, 3), Id(row, 4), row.IsDBNull(5) ? null : row.GetString(5),
        row.GetString(6), row.GetString(7), Id(row, 8), row.GetInt64(9), row.GetString(10));

    public static byte[] Mac(DbDataReader row) => row.IsDBNull(11) ? [] : row.GetFieldValue<byte[]>(11);

    /// <summary>Zero where it waits for its place.</summary>
    public static long SequenceOf(DbDataReader row) => row.IsDBNull(12) ? 0 : row.GetInt64(12);

    public static byte[] Chain(DbDataReader row) => row.IsDBNull(13) ? [] : row.GetFieldValue<byte[]>(13);

    public static Guid Key(DbDataReader row) => row.GetGuid(14);

    private static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static DbCommand Ask(DbConnection connection, DbTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
