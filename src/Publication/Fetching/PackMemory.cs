using System.Globalization;

namespace Amparo.Publication;

/// <summary>What a machine that copies packs remembers of them: the newest signing of each, and of the list of what is revoked, that it ever had.</summary>
/// <param name="folder">Not the folder of the packs: who puts old ones back must not put this back with them.</param>
/// <param name="name">Of its file: whoever writes one has it alone.</param>
public sealed class PackMemory(string folder, string name = "packs")
{
    // No pack is called so: a name holds a country and a language.
    internal const string Revoked = "revoked";

    private static readonly Signing None = new(0, DateTimeOffset.UnixEpoch);
    private Dictionary<string, Signing>? _known;

    private string FileName => Path.Combine(folder, name);

    internal Signing Newest(string pack) => Known.GetValueOrDefault(pack) ?? None;

    internal void Saw(string pack, Signing signing)
    {
        if (!signing.IsNewerThan(Newest(pack))) return;
        Known[pack] = signing;
        PrivateFiles.MakeFolder(folder);
        PrivateFiles.Write(FileName, string.Concat(Known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key}\t{k.Value.Edition}\t{k.Value.MadeAt.ToUnixTimeSeconds()}\n"))));
    }

    private Dictionary<string, Signing> Known => _known ??= Read();

    private Dictionary<string, Signing> Read()
    {
        var known = new Dictionary<string, Signing>();
        if (!File.Exists(FileName)) return known;
        foreach (var line in File.ReadLines(FileName))
            if (line.Split('\t') is [var pack, var edition, var madeAt] && long.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                && long.TryParse(madeAt, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800)
                known[pack] = new(version, DateTimeOffset.FromUnixTimeSeconds(seconds));
        return known;
    }
}

/// <summary>After which edition something was signed, and when: the same content is signed anew each day.</summary>
internal sealed record Signing(long Edition, DateTimeOffset MadeAt)
{
    public bool IsNewerThan(Signing other) => Edition > other.Edition || (Edition == other.Edition && MadeAt > other.MadeAt);
}
