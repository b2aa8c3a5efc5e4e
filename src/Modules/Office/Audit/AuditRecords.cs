using System.Globalization;

namespace Amparo.Office.Audit;

/// <summary>
/// Records as a table for whoever checks them elsewhere: everything that the chain is made of, row after row as the database
/// gives them. It names accounts by identifier only: a file goes from hand to hand.
/// </summary>
internal static class AuditRecords
{
    public const int Most = 100_000;

    public static IReadOnlyList<string> Heading { get; } =
        ["place", "chain", "mac", "node", "node_sequence", "at", "at_microseconds", "by", "organisation", "purpose", "act", "table", "record", "records", "outcome"];

    public static IEnumerable<string?> Cells(AuditEntry r) =>
    [
        Number(r.Sequence), Hex(r.Chain), Hex(r.Mac), r.Node, Number(r.NodeSequence), r.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), Number(Instants.ToStored(r.At)),
        r.By?.ToString(), r.Organisation?.ToString(), r.Purpose, r.Act, r.Table, r.Record?.ToString(), Number(r.Records), r.Outcome,
    ];

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
    private static string Hex(byte[]? bytes) => bytes is null ? "" : Convert.ToHexStringLower(bytes);
}
