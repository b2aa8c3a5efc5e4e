namespace Amparo.Publication;

/// <summary>What a check found; the words for it and what to do stand in the readers' texts under <c>public.pack.check.CODE</c>.</summary>
public enum PackState
{
    /// <summary>It is what this installation's publisher signed, and it holds.</summary>
    Good,

    /// <summary>It holds, but for the addresses that last seven days.</summary>
    AddressesOver,

    /// <summary>It is genuine and over: it is shown with a warning, and without what must not be trusted.</summary>
    Expired,

    /// <summary>It says that it was made in the future: this machine's clock is wrong, or its maker's was.</summary>
    Early,

    /// <summary>A newer one was seen: this one is brought back to hide what changed since.</summary>
    Replayed,

    /// <summary>It is genuine and was called back by its publisher.</summary>
    Withdrawn,

    /// <summary>It is genuine and of other countries or another language than was asked for.</summary>
    OtherPack,

    /// <summary>Demonstration where real data are expected, or the other way.</summary>
    OtherKind,

    /// <summary>Signed by a key that this installation's root does not know.</summary>
    OtherKey,

    /// <summary>Something in it is not what was signed.</summary>
    Altered,

    /// <summary>Torn, rotten, or no pack at all.</summary>
    Unreadable,

    /// <summary>Of a form that came after this program.</summary>
    TooNew,
}

/// <param name="Pack">Null where nothing of it may be shown.</param>
/// <param name="Manifest">Who it says it is; null where that cannot be believed.</param>
public sealed record PackVerdict(PackState State, Pack? Pack, PackManifest? Manifest)
{
    /// <summary>Whether it may be shown, with the mark that its state asks for.</summary>
    public bool IsUsable => Pack is not null;

    /// <summary>The state as the texts name it: small letters and underscores.</summary>
    public string Code => string.Concat(State.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <param name="Now">By the clock of whoever checks.</param>
/// <param name="Name">Null where any pack will do.</param>
/// <param name="SeenEdition">The highest edition of this pack that was seen here; null where none was.</param>
/// <param name="Demonstration">Null where either will do.</param>
/// <param name="Revoked">The newest list that is known; null where none could be fetched.</param>
public sealed record PackExpected(DateTimeOffset Now, string? Name = null, long? SeenEdition = null, bool? Demonstration = null, RevokedList? Revoked = null);
