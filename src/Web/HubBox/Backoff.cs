namespace Amparo.Web.HubBox;

/// <summary>When to try again: at once a while after it went well, ever more seldom while it goes wrong.</summary>
internal sealed class Backoff(TimeProvider clock, TimeSpan every)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromMinutes(15);

    private DateTimeOffset _next;
    private TimeSpan _wait = First;

    public bool IsDue => clock.GetUtcNow() is var now && (now >= _next || _next - now > Longest + every);

    public void Went(bool well)
    {
        _next = clock.GetUtcNow() + (well ? every : _wait);
        _wait = well ? First : _wait + _wait < Longest ? _wait + _wait : Longest;
    }
}
