using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Office.Audit;

/// <summary>One verification at a time, beside the requests: whoever began it can leave, and finds the result later.</summary>
internal sealed class AuditCheck(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AuditCheck> log) : IDisposable
{
    private readonly Lock _beginning = new();
    private readonly CancellationTokenSource _ending = new();
    private volatile CheckState? _state;

    /// <summary>The one that runs, or the last one; null where none ran since the server started.</summary>
    public CheckState? State => _state;

    /// <summary>Begins, unless one runs; false where one does.</summary>
    public bool Begin(long rows)
    {
        lock (_beginning)
        {
            if (_state is { EndedAt: null }) return false;
            _state = new(clock.GetUtcNow(), rows);
        }
        var stop = _ending.Token;
        _ = Task.Run(() => Run(stop), stop);
        return true;
    }

    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
    }

    private async Task Run(CancellationToken stop)
    {
        AuditFinding? found = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            // Before the notes are read: an edition that comes out meanwhile carries one that would look unknown.
            var hashes = scope.ServiceProvider.GetServices<IAuditWitness>().SelectMany(w => w.Hashes()).ToHashSet();
            found = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify([], hashes, stop, new Told(rows => _state = _state! with { Done = rows }));
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // A message of the database may quote a row, so only its kind is said.
            log.LogError("The audit could not be checked ({Trouble}).", e.GetType().Name);
        }
        _state = _state! with { EndedAt = clock.GetUtcNow(), Finding = found };
    }

    // Told at once and in order: Progress<T> would let an earlier figure come after the result.
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}

/// <param name="Rows">How many there were when it began.</param>
/// <param name="Done">How many were looked at.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Finding">Null while it runs, and where it could not be done.</param>
internal sealed record CheckState(DateTimeOffset BegunAt, long Rows, long Done = 0, DateTimeOffset? EndedAt = null, AuditFinding? Finding = null);
