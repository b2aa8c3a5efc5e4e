using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Amparo.Kernel;

/// <summary>Many new rows at once, past the change tracker, which costs more for each row than the database does.</summary>
public static class BulkInsert
{
    private const int RowsAtOnce = 100;

    /// <summary>Adds the rows of one table under the act, with one record in the audit; inside the caller's transaction where there is one.</summary>
    public static Task<int> AddMany<T>(this Database db, IReadOnlyList<T> rows, CancellationToken stop) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        return rows.Count == 0 ? Task.FromResult(0) : db.Acting(entity.GetTableName()!, async () =>
        {
            var quote = db.GetService<ISqlGenerationHelper>();
            var columns = entity.GetProperties().ToList();
            var head = $"INSERT INTO {quote.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns.Select(c => quote.DelimitIdentifier(c.GetColumnName())))}) VALUES ";
            foreach (var some in rows.Chunk(RowsAtOnce))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
                var text = new StringBuilder(head);
                for (var row = 0; row < some.Length; row++)
                {
                    text.Append(row == 0 ? "(" : ", (");
                    for (var column = 0; column < columns.Count; column++)
                    {
                        var name = $"@p{row * columns.Count + column}";
                        text.Append(column == 0 ? "" : ", ").Append(name);
                        command.Parameters.Add(((RelationalTypeMapping)columns[column].GetTypeMapping()).CreateParameter(command, name, columns[column].PropertyInfo!.GetValue(some[row]), columns[column].IsNullable));
                    }
                    text.Append(')');
                }
#pragma warning disable CA2100 // Names come from the model, values are parameters.
                command.CommandText = text.ToString();
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(stop);
            }
            return rows.Count;
        }, stop);
    }
}
