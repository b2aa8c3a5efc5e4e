namespace Amparo.Web.HubBox;

/// <summary>Says each trouble of a hub's copy once, in words for whoever looks after it, and when it is over.</summary>
internal sealed class HubTroubles(ILogger<HubTroubles> log)
{
    private readonly Dictionary<string, string> _said = [];

    public void Say(string about, string what)
    {
        lock (_said)
        {
            if (_said.GetValueOrDefault(about) == what) return;
            _said[about] = what;
        }
        log.LogWarning("{Trouble}", what);
    }

    public void Over(string about, string well)
    {
        lock (_said)
        {
            if (!_said.Remove(about)) return;
        }
        log.LogInformation("{Well}", well);
    }
}
