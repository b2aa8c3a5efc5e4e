using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Amparo.Kernel;

/// <summary>Bulk commands go past the change tracker; this is the door that they meet instead.</summary>
internal sealed class NoWriteWithoutAnAct : DbCommandInterceptor
{
    public static NoWriteWithoutAnAct Instance { get; } = new();

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Refuse(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData);
        return new(result);
    }

    private static void Refuse(CommandEventData eventData)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw
            && eventData.Context is Database { IsActing: false })
            throw new InvalidOperationException("A bulk write needs an act and its audit record: run it inside Database.Acting.");
    }
}
