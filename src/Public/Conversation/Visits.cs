namespace Amparo.Public.Conversation;

/// <summary>
/// The conversations that go on, under names that this process alone can make. Each is forgotten ten minutes after its last message,
/// whether or not anybody writes again, and the oldest where there are too many.
/// </summary>
internal sealed class Visits<T> : IDisposable where T : class
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly LinkedList<(string Who, T Visit, DateTimeOffset At)> _byAge = [];
    private readonly Dictionary<string, LinkedListNode<(string Who, T Visit, DateTimeOffset At)>> _byName = [];
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly int _most;
    private readonly ITimer _timer;

    public Visits(TimeProvider clock, int most = 5000)
    {
        (_clock, _most) = (clock, most);
        _timer = clock.CreateTimer(_ => Sweep(), null, LookEvery, LookEvery);
    }

    public int Count
    {
        get
        {
            lock (_lock) return _byName.Count;
        }
    }

    /// <summary>The conversation of this name, or a new one.</summary>
    public T Of(string who, Func<T> begin)
    {
        Sweep();
        lock (_lock)
        {
            var visit = _byName.TryGetValue(who, out var node) ? node.Value.Visit : begin();
            if (node is not null) _byAge.Remove(node);
            _byName[who] = _byAge.AddLast((who, visit, _clock.GetUtcNow()));
            if (_byAge.Count > _most) Drop(_byAge.First!);
            return visit;
        }
    }

    public void Forget(string who)
    {
        lock (_lock)
            if (_byName.TryGetValue(who, out var node)) Drop(node);
    }

    public void Sweep()
    {
        var before = _clock.GetUtcNow() - Kept;
        lock (_lock)
            while (_byAge.First is { } oldest && oldest.Value.At <= before) Drop(oldest);
    }

    private void Drop(LinkedListNode<(string Who, T Visit, DateTimeOffset At)> node)
    {
        _byAge.Remove(node);
        _byName.Remove(node.Value.Who);
    }

    public void Dispose() => _timer.Dispose();
}
