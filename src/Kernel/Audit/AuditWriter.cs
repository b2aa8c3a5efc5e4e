namespace Amparo.Kernel;

/// <summary>Makes a row of the audit true: which process wrote it, the how-manieth there, and the mac over it.</summary>
public sealed class AuditWriter(AuditKeys keys)
{
    private readonly string _node = Guid.CreateVersion7().ToString("N")[^12..];
    private long _count;

    internal void Authenticate(AuditEntry entry)
    {
        (entry.Node, entry.NodeSequence) = (_node, Interlocked.Increment(ref _count));
        entry.Mac = keys.MacOf(AuditLine.Of(entry, stackalloc byte[AuditLine.MostBytes]));
    }
}
