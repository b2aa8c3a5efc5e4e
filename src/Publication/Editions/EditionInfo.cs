namespace Amparo.Publication;

/// <summary>What an edition says of itself.</summary>
/// <param name="Version">Counts up by one with each edition of this installation.</param>
/// <param name="MadeAt">On the publisher's fixed timer, never the moment of a change.</param>
/// <param name="ExpiresAt">After this, readers say that the edition is old.</param>
/// <param name="ContentRoot">Hexadecimal SHA-256 over the sorted hashes of its files: the same content has the same root.</param>
/// <param name="Places">How many entries it holds.</param>
/// <param name="IsDemonstration">Every page says so.</param>
/// <param name="InboxKey">To which a machine without a database seals what people tell it; null where the publisher named none.</param>
public sealed record EditionInfo(long Version, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, string ContentRoot, int Places, bool IsDemonstration, string? InboxKey = null);
