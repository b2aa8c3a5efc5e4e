using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amparo.Public.HubBox;
using Amparo.Web.CommandLine;

namespace Amparo.Web.HubBox;

/// <summary>What was typed after <c>serve --public</c>, made sure of.</summary>
/// <param name="Folder">Around the editions: the trusted root, what is remembered, and what waits to be handed over.</param>
/// <param name="Every">How often the server is asked for a newer edition.</param>
internal sealed record HubBoxOptions(DataFolder Folder, Uri? Upstream, string? Root, string Host, int Port, X509Certificate2? Certificate, TimeSpan Every, HubSettings Settings)
{
    /// <summary>What this box remembers and keeps lies beside the editions, so that a copy of them carries none of it.</summary>
    public string Own => Path.Combine(Folder.Path, "hub");

    public static readonly IReadOnlyList<string> Options =
        ["--editions", "--upstream", "--root", "--url", "--certificate", "--certificate-key", "--every", "--idle", "--wifi", "--wifi-password", "--address"];

    public static readonly IReadOnlyList<string> Switches = ["--public", "--kiosk"];

    private static readonly string[] OfTheWhole = ["--port", "--host", "--migrate"];

    /// <exception cref="AskedWrongly">Something is missing or cannot be read.</exception>
    public static HubBoxOptions From(Arguments arguments)
    {
        if (arguments["--editions"] is not { Length: > 0 } editions) throw new AskedWrongly("--public needs --editions DIR: the folder in which the editions lie, or shall lie.");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(editions));
        if (Path.GetDirectoryName(full) is not { } around) throw new AskedWrongly("--editions needs a folder of its own, not a whole disk.");
        var url = Url(arguments["--url"] ?? "http://0.0.0.0:8080", "--url");
        if (url.Host != "localhost" && !IPAddress.TryParse(url.Host.Trim('[', ']'), out _)) throw new AskedWrongly("--url needs a number such as 0.0.0.0 or 192.168.4.1, or localhost; names for people go into --address.");
        if (OfTheWhole.FirstOrDefault(arguments.Has) is { } other) throw new AskedWrongly($"{other} does not go with --public: say where it listens with --url.");
        var upstream = arguments["--upstream"] is { } server ? Url(server.TrimEnd('/') + "/", "--upstream") : null;
        var certificate = ReadCertificate(arguments, url);
        var here = arguments["--address"] is { } address ? Url(address, "--address").AbsoluteUri.TrimEnd('/') : IsOne(url) ? url.AbsoluteUri.TrimEnd('/') : null;
        var wifi = arguments["--wifi"] is { Length: > 0 } name ? new WifiNetwork(name, arguments["--wifi-password"]) : null;
        var idle = TimeSpan.FromSeconds(arguments.Number("--idle", 180, 20, 3600));
        return new(new DataFolder(around, full), upstream, arguments["--root"], url.Host, url.Port, certificate, TimeSpan.FromSeconds(arguments.Number("--every", 60, 1, 86_400)),
            new(TakesLetters: upstream is not null, IsSecure: certificate is not null, arguments.Has("--kiosk"), idle, wifi, here));
    }

    private static Uri Url(string text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.UserInfo.Length == 0 ? url
        : throw new AskedWrongly($"{option} needs an address such as http://192.168.4.1:8080, not '{text}'.");

    private static bool IsOne(Uri url) => !IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) || !(address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static X509Certificate2? ReadCertificate(Arguments arguments, Uri url)
    {
        if (url.Scheme == "http") return arguments["--certificate"] is null ? null : throw new AskedWrongly("--certificate goes with an address that begins with https.");
        if (arguments["--certificate"] is not { } file) throw new AskedWrongly("An address that begins with https needs --certificate FILE (PEM), and --certificate-key FILE where the key lies apart.");
        try
        {
            return X509Certificate2.CreateFromPemFile(file, arguments["--certificate-key"]);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CannotDo($"The certificate could not be read ({e.GetType().Name}): {file}");
        }
    }
}
