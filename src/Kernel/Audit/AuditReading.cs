using System.Data.Common;
using System.Threading.Channels;

namespace Amparo.Kernel;

/// <summary>Reads rows ahead on a thread of its own, three batches at most: memory stays flat however long the audit is.</summary>
internal sealed class AuditReading : IAsyncDisposable
{
    private const int Batches = 3;

    private readonly Channel<AuditBatch> _empty = Channel.CreateBounded<AuditBatch>(Batches), _full = Channel.CreateBounded<AuditBatch>(Batches);
    private readonly CancellationTokenSource _left;
    private readonly Task _reading;

    public AuditReading(DbDataReader rows, CancellationToken stop)
    {
        _left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        for (var i = 0; i < Batches; i++) _empty.Writer.TryWrite(new());
        _reading = Task.Run(() => Read(rows), CancellationToken.None);
    }

    /// <summary>The next rows, until <see cref="Done"/> gives their room back; null after the last.</summary>
    public async ValueTask<AuditBatch?> Next() => await _full.Reader.WaitToReadAsync(_left.Token) && _full.Reader.TryRead(out var batch) ? batch : null;

    public void Done(AuditBatch batch) => _empty.Writer.TryWrite(batch);

    public async ValueTask DisposeAsync()
    {
        // The reader of the database is not closed under the thread that reads it.
        await _left.CancelAsync();
        await _reading;
        _left.Dispose();
    }

    private async Task Read(DbDataReader rows)
    {
        try
        {
            while (true)
            {
                var batch = await _empty.Reader.ReadAsync(_left.Token);
                batch.Fill(rows);
                if (batch.Count == 0) break;
                await _full.Writer.WriteAsync(batch, _left.Token);
            }
            _full.Writer.Complete();
        }
        catch (Exception e)
        {
            _full.Writer.TryComplete(e); // thrown again to whoever asks for the next
        }
    }
}
