namespace Amparo.Places.Entries;

internal static class PlaceStatus
{
    /// <summary>Somebody brought it, nobody has approved it: readers do not see it.</summary>
    public const string Queued = "queued";
    public const string Approved = "approved";

    /// <summary>A person took it away.</summary>
    public const string Withdrawn = "withdrawn";
}

/// <summary>Why somebody took an entry away. The codes are stored; their words stand under <c>places.desk.because.CODE</c>.</summary>
internal static class WithdrawalReasons
{
    public static IReadOnlyList<string> All { get; } = ["closed", "twin", "danger", "asked", "not_true"];
}
