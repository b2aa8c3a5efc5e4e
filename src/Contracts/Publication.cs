using System.Data.Common;
using System.Text.Json.Serialization;

namespace Amparo.Contracts.Publication;

/// <summary>
/// What one module gives to every edition. It reads through the publisher's connection, which can see the module's public
/// views and nothing else, and it writes plain records: what is not in a record can never reach a reader.
/// </summary>
public interface IEditionPart
{
    /// <summary>The name of its files in an edition, such as <c>places</c>.</summary>
    string Name { get; }

    /// <summary>Changes when the same rows would give other records (another half-life, another column): everything is then built anew.</summary>
    string Recipe { get; }

    /// <summary>Its records are true beside real and beside demonstration data alike, such as emergency numbers: they do not make an edition one or the other.</summary>
    bool IsReference => false;

    /// <summary>The shards (0 to 255) that may differ from an edition made as of <paramref name="since"/>. More than needed is slow, fewer is a leak.</summary>
    Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop);

    /// <summary>
    /// For each shard in which something changed between the two instants, both left out, a mark that stays the same only while
    /// the same changes are there. A change carries the time of its saving and may be committed a minute later: by these marks a
    /// publisher sees it without reading again all that it has read before. Null where the part has none: it is then asked for
    /// what was touched a minute earlier, each time anew.
    /// </summary>
    Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<int, string>?>(null);

    /// <summary>The approved, public, unexpired records of the shards as of the instant, in any order. Null means all shards.</summary>
    IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, CancellationToken stop);
}

/// <summary>The parts that readers' pages know by name.</summary>
public static class EditionParts
{
    /// <summary>Records of <c>PublicPlace</c>, the key of each its identifier in lower case with hyphens.</summary>
    public const string Places = "places";

    /// <summary>Records of <c>EmergencyNumbers</c>.</summary>
    public const string Numbers = "numbers";

    /// <summary>Records of <see cref="ReportOutcome"/>.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>Records of <see cref="MovedPlace"/>.</summary>
    public const string Moved = "moved";
    /// <summary>Records of <see cref="PublicVeil"/>.</summary>
    public const string Veils = "veils";

    /// <summary>Records of <see cref="Safeguarding.SealedReply"/>.</summary>
    public const string Replies = "replies";

    /// <summary>Records of <see cref="Amparo.Contracts.Recordings.PublicRecording"/>.</summary>
    public const string Recordings = "recordings";
}

/// <summary>One record of an edition.</summary>
/// <param name="Shard">0 to 255, fixed by the identifier alone (see <c>Shards.Of</c>).</param>
/// <param name="Key">Sorts within the shard; unique within the part.</param>
/// <param name="Json">UTF-8 JSON on one line, properties in fixed order, nulls left out.</param>
/// <param name="IsDemonstration">Demonstration and real records never share an edition; not looked at where the part is a reference.</param>
public sealed record EditionRecord(int Shard, string Key, ReadOnlyMemory<byte> Json, bool IsDemonstration);

/// <summary>What became of a report, as its receipt code shows it: received, checked, changed, and no more.</summary>
/// <param name="Code">Hexadecimal HMAC of the receipt code: the edition can be searched with a code and lists none.</param>
/// <param name="Outcome"><c>received</c>, <c>checked</c> or <c>changed</c>.</param>
/// <param name="On">The day of it.</param>
public sealed record ReportOutcome(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("on")] DateOnly On);

/// <summary>An address that readers knew, whose entry turned out to be another one.</summary>
/// <param name="From">The old last piece of the address.</param>
/// <param name="To">That of the entry that stays.</param>
public sealed record MovedPlace(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("to")] string To);
/// <summary>What stands in the place of an entry that is out of readers' sight for some days: helplines of its country.</summary>
/// <param name="Code">The hash of the entry's slug (<c>TextHash.Of</c>): whoever has a link to it finds this, and no list of names can be made of it.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Kind">A code of <c>PlaceKinds</c>: who looks for another kind is not told of it.</param>
/// <param name="Until">After this it says nothing, whether or not a new edition has come.</param>
public sealed record PublicVeil(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("country")] string Country,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("until")] DateTimeOffset Until);

/// <summary>"This is wrong": what a reader's page puts into the inbox under the kind <c>places.report</c>.</summary>
/// <param name="Place">The entry that it is about.</param>
/// <param name="What"><c>closed</c>, <c>moved</c>, <c>phone</c>, <c>hours</c>, <c>refused</c>, <c>other</c>.</param>
/// <param name="Words">At most 1,000 characters; null where nothing was written.</param>
/// <param name="CodeHash">What <see cref="ReportOutcome.Code"/> will be: the code itself stays with who reported.</param>
public sealed record PlaceReport(Guid Place, string What, string? Words, string CodeHash)
{
    public const string Kind = "places.report";

    /// <summary>Another form from the same connection had said the same of the same place within minutes: it is no second voice.</summary>
    public bool IsEcho { get; init; }
}
