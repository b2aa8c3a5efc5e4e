using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>
/// Looks at a pack before anything of it is shown. The order is the order of distrust: the manifest's signature comes before
/// any byte of a part is unfolded, and what is unfolded is never larger than what was signed. The app follows the same rules.
/// </summary>
public sealed class PackCheck(KeyFolder keys)
{
    /// <summary>So much may two clocks differ.</summary>
    public static readonly TimeSpan Clocks = TimeSpan.FromHours(24);

    /// <exception cref="KeyRefused">There is no root key to check it against.</exception>
    public PackVerdict File(ReadOnlyMemory<byte> file, PackExpected expected)
    {
        using var root = keys.OpenRootPublic();
        try
        {
            return Body(PackFile.Open(file), expected, root);
        }
        catch (PackBroken)
        {
            return new(PackState.Unreadable, null, null);
        }
    }

    /// <summary>The same of a body that came unpacked, as browsers get it.</summary>
    /// <exception cref="KeyRefused">There is no root key to check it against.</exception>
    public PackVerdict Body(ReadOnlyMemory<byte> body, PackExpected expected)
    {
        using var root = keys.OpenRootPublic();
        return Body(body, expected, root);
    }

    /// <summary>Only who it is and whether it holds, without its parts.</summary>
    internal static (PackState State, PackManifest? Manifest) Manifest(ReadOnlyMemory<byte> line, PackExpected expected, ECDsa root)
    {
        if (IsNewer(line.Span)) return (PackState.TooNew, null);
        PackManifest manifest;
        try
        {
            manifest = PackManifest.Read(line);
        }
        catch (PackBroken)
        {
            return (PackState.Altered, null);
        }
        if (manifest.Certificate.Wrong(root) is not null) return (PackState.OtherKey, null);
        if (!manifest.Holds() || manifest.MadeAt < manifest.Certificate.NotBefore || manifest.MadeAt > manifest.Certificate.NotAfter || manifest.ExpiresAt > manifest.Certificate.NotAfter) return (PackState.Altered, null);
        if (manifest.IsDemonstration != manifest.Certificate.IsDemonstration || (expected.Demonstration is { } kind && kind != manifest.IsDemonstration)) return (PackState.OtherKind, manifest);
        if (expected.Revoked?.Withdraws(manifest) == true) return (PackState.Withdrawn, manifest);
        if (expected.Name is { } name && name != manifest.Name) return (PackState.OtherPack, manifest);
        if (manifest.Edition < expected.SeenEdition) return (PackState.Replayed, manifest);
        if (manifest.MadeAt > expected.Now + Clocks) return (PackState.Early, manifest);
        if (manifest.ExpiresAt <= expected.Now) return (PackState.Expired, manifest);
        return (manifest.Parts.Any(p => p.ExpiresAt <= expected.Now) ? PackState.AddressesOver : PackState.Good, manifest);
    }

    private static PackVerdict Body(ReadOnlyMemory<byte> body, PackExpected expected, ECDsa root)
    {
        try
        {
            var (line, at) = PackFile.Line(body);
            var (state, manifest) = Manifest(line, expected, root);
            if (manifest is null || state is not (PackState.Good or PackState.AddressesOver or PackState.Expired or PackState.Early)) return new(state, null, manifest);
            return Unfolded(manifest, PackFile.Blocks(body, at), state);
        }
        catch (PackBroken)
        {
            return new(PackState.Unreadable, null, null);
        }
    }

    private static PackVerdict Unfolded(PackManifest manifest, IReadOnlyList<PackBlock> blocks, PackState state)
    {
        try
        {
            var pack = Pack.Unfold(manifest, blocks);
            return new(state == PackState.Good && pack.HasForgotten ? PackState.AddressesOver : state, pack, manifest);
        }
        catch (PackBroken)
        {
            return new(PackState.Altered, null, null);
        }
    }

    private static bool IsNewer(ReadOnlySpan<byte> line) => line.StartsWith("{\"format\":\"amparo-pack-"u8) && !line.StartsWith("{\"format\":\"amparo-pack-1\""u8);
}
