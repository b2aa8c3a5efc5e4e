namespace Amparo.Contracts.Places;

/// <summary>Takes lists of places in, with a report on every row.</summary>
public interface IPlaceImport
{
    /// <summary>The names of the profiles that ship, in alphabetical order.</summary>
    IReadOnlyList<string> Profiles { get; }

    /// <summary>
    /// Reads the whole file once before anything is written: a file that breaks half-way changes nothing. Needs the act
    /// <c>places.import</c>. A cancelled run keeps the batches that were stored and can be run again.
    /// </summary>
    /// <exception cref="ImportRefused">The file cannot be read, or may not be imported here.</exception>
    Task<ImportSummary> Run(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop);
}

/// <param name="Path">A file, or the folder of a package.</param>
public sealed record ImportRequest(string Path)
{
    /// <summary>The name of a shipped profile or the path of one; guessed from the file where null.</summary>
    public string? Profile { get; init; }

    /// <summary>The list that the file is an issue of; else what the profile says, else the file's name.</summary>
    public string? List { get; init; }

    /// <summary>Nothing is written: neither entries nor the report.</summary>
    public bool DryRun { get; init; }

    /// <summary>Only for profiles that are marked official: counts as their organisation and document.</summary>
    public bool Approve { get; init; }

    /// <summary>A CSV file that receives every finding.</summary>
    public string? Report { get; init; }
}

/// <param name="Checking">True in the first reading, which writes nothing.</param>
/// <param name="Rows">Rows so far.</param>
/// <param name="Of">How many there are; null while nobody knows.</param>
public readonly record struct ImportProgress(bool Checking, long Rows, long? Of);

/// <summary>What became of a file.</summary>
public sealed record ImportSummary
{
    public Guid? RunId { get; init; }
    public required string List { get; init; }
    public required string Profile { get; init; }
    public bool ProfileWasGuessed { get; init; }

    /// <summary>Encoding, delimiter, sheet: how the file was understood.</summary>
    public string? ReadAs { get; init; }
    public int Accepted { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }
    public int Quarantined { get; init; }
    public int Rejected { get; init; }

    /// <summary>Entries that were approved by this run.</summary>
    public int Approved { get; init; }

    /// <summary>The organisation and document that the approval counts as.</summary>
    public string? ApprovedAs { get; init; }

    /// <summary>Accepted or changed entries that ended before today.</summary>
    public int Expired { get; init; }
    public int DuplicatesProposed { get; init; }

    /// <summary>Findings by reason, the most frequent first. Words under <c>places.import.reason.KEY</c>.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];

    /// <summary>The first findings that kept a row out, to be shown at once.</summary>
    public IReadOnlyList<ImportExample> Examples { get; init; } = [];

    /// <summary>Packages: rows read and rows used of each table.</summary>
    public IReadOnlyList<TableCount> Tables { get; init; } = [];

    public int Rows => Accepted + Changed + Unchanged + Quarantined + Rejected;
}

public sealed record ReasonCount(string Reason, int Count);

/// <summary>A finding of one row, its value masked and cut.</summary>
public sealed record ImportExample(string Row, string Outcome, string? Field, string Reason, string? Value);

public sealed record TableCount(string Table, int Read, int Used);

/// <summary>The file was not taken in; nothing was changed. Words under <c>places.import.refused.KEY</c>.</summary>
public sealed class ImportRefused(string key, params (string Name, string Value)[] values) : Exception(key)
{
    public string Key { get; } = key;
    public IReadOnlyList<(string Name, string Value)> Values { get; } = values;
}
