namespace Amparo.Web.Serving;

/// <summary>Chains what was recorded, each second, and signs it every five minutes: see <see cref="AuditSealer"/>.</summary>
internal sealed class Sealing(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Sealing> log) : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignEach = TimeSpan.FromMinutes(5);

    private DateTimeOffset? _signedAt;
    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Each, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SealOnce(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task SealOnce(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var sealer = scope.ServiceProvider.GetRequiredService<AuditSealer>();
            while (await sealer.Seal(stop) == AuditSealer.MostAtOnce) { }
            var now = clock.GetUtcNow();
            if (_signedAt is null || now >= _signedAt + SignEach || now < _signedAt)
            {
                await sealer.Sign(stop);
                _signedAt = now;
            }
            _said = null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Nothing is lost: what was not sealed waits. A message of the database may quote a row, so only its kind is said.
            if (_said != e.GetType().Name) log.LogError("The audit is recorded but not sealed at the moment ({Trouble}).", e.GetType().Name);
            _said = e.GetType().Name;
        }
    }
}
