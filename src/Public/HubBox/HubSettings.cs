namespace Amparo.Public.HubBox;

/// <summary>This process is a hub's copy: a laptop or a small board that shows an edition to whoever joins its Wi-Fi, without a database.</summary>
/// <param name="TakesLetters">What people send from here can reach the server some day.</param>
/// <param name="IsSecure">It speaks https: only then do browsers allow the app.</param>
/// <param name="IsKiosk">One screen for many people, one after the other.</param>
/// <param name="Idle">After so long without a touch a kiosk goes back to its start.</param>
/// <param name="Here">The address at which people on this Wi-Fi reach it; null where nobody said.</param>
public sealed record HubSettings(bool TakesLetters, bool IsSecure, bool IsKiosk, TimeSpan Idle, WifiNetwork? Wifi, string? Here)
{
    /// <summary>Somebody who writes is not interrupted.</summary>
    public TimeSpan IdleWriting => TimeSpan.FromTicks(Math.Max(Idle.Ticks, TimeSpan.FromMinutes(10).Ticks));
}

/// <param name="Name">The SSID.</param>
/// <param name="Password">Null where anybody may join.</param>
public sealed record WifiNetwork(string Name, string? Password)
{
    /// <summary>What telephones read out of a code to join: <c>WIFI:T:WPA;S:name;P:password;;</c>.</summary>
    public string Code => Password is null ? $"WIFI:T:nopass;S:{Escaped(Name)};;" : $"WIFI:T:WPA;S:{Escaped(Name)};P:{Escaped(Password)};;";

    private static string Escaped(string text) => string.Concat(text.Select(c => c is '\\' or ';' or ',' or ':' or '"' ? $"\\{c}" : c.ToString()));
}
