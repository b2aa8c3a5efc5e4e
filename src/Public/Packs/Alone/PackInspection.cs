using System.Text;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <param name="IsPage">It came as a page that opens from the file system.</param>
/// <param name="PageIsSame">What the page shows is, byte for byte, what this version makes of the pack inside; true where it is no page.</param>
public sealed record PackInspected(PackVerdict Verdict, bool IsPage, bool PageIsSame);

/// <summary>Looks at a file that came from hand to hand: a pack, or a page with a pack inside.</summary>
public sealed class PackInspection(PackCheck check, Texts texts)
{
    /// <summary>No pack for a phone comes near it.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <exception cref="KeyRefused">There is no root key to check it against.</exception>
    public PackInspected Look(ReadOnlyMemory<byte> file, PackExpected expected)
    {
        if (!file.Span.StartsWith("<!doctype html>"u8)) return new(check.File(file, expected), false, true);
        var page = Encoding.UTF8.GetString(file.Span);
        if (AlonePage.FileIn(page) is not { } inside) return new(new(PackState.Unreadable, null, null), true, false);
        var verdict = check.File(inside, expected);
        var isSame = verdict.Pack is { } pack && AlonePage.Write(pack, inside, texts.In(pack.Manifest.Language)).AsSpan().SequenceEqual(file.Span);
        return new(verdict, true, isSame);
    }
}
