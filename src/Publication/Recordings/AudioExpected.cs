using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>What a file of sounds must be before a copy offers it: phones look in the same order (<c>web/src/audio/file.ts</c>).</summary>
/// <param name="Now">By the clock of whoever checks.</param>
/// <param name="Revoked">The newest list that is known; null where none could be fetched.</param>
/// <param name="Newest">Of this language that was ever here.</param>
internal sealed record AudioExpected(string Language, bool IsDemonstration, DateTimeOffset Now, RevokedList? Revoked, Signing Newest)
{
    /// <summary>Null where it may be offered; else what is wrong, in words.</summary>
    public string? Wrong(AudioManifest offered, ECDsa root) => offered switch
    {
        _ when offered.Certificate.Wrong(root) is { } wrong => wrong,
        _ when !offered.Holds() || offered.MadeAt < offered.Certificate.NotBefore || offered.MadeAt > offered.Certificate.NotAfter || offered.ExpiresAt > offered.Certificate.NotAfter => "Its signature does not hold.",
        _ when offered.IsDemonstration != IsDemonstration || offered.IsDemonstration != offered.Certificate.IsDemonstration => "It is for another kind of data than this edition.",
        _ when Revoked?.Keys.Contains(RevokedList.FingerprintOf(offered.Certificate)) == true => "It was signed by a key that was called back.",
        _ when offered.Language != Language => "It is of another language.",
        _ when Newest.IsNewerThan(new(offered.Edition, offered.MadeAt)) => "It is older than one that was here already.",
        _ when offered.MadeAt > Now + PackCheck.Clocks => "It says that it was made in the future: this machine's clock is wrong, or its maker's was.",
        _ when offered.ExpiresAt <= Now => "It is over.",
        _ => null,
    };
}
