using System.Net;
using Amparo.Web.CommandLine;
using Microsoft.AspNetCore.HttpOverrides;

namespace Amparo.Web.Serving;

/// <summary>
/// Behind a proxy every request seems to come from the proxy: one stranger who guesses passwords, or floods the form of
/// reports, would slow everybody down. What a proxy says of the sender is believed only of those that the operator names.
/// </summary>
internal static class BehindProxy
{
    public static void UseProxy(this WebApplication app)
    {
        if (Options(app.Configuration["Amparo:Proxy"]) is { } options) app.UseForwardedHeaders(options);
    }

    /// <param name="setting">Addresses or networks, with commas between them: <c>127.0.0.1, 10.2.0.0/16</c>.</param>
    /// <returns>Null where there is no proxy.</returns>
    /// <exception cref="CannotDo">One of them is neither an address nor a network.</exception>
    public static ForwardedHeadersOptions? Options(string? setting)
    {
        var named = (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0) return null;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
            else throw new CannotDo($"Amparo:Proxy names '{name}', which is neither an address nor a network such as 10.2.0.0/16.");
        }
        return options;
    }
}
