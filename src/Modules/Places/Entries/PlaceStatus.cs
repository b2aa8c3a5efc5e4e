namespace Amparo.Places.Entries;

internal static class PlaceStatus
{
    /// <summary>Somebody brought it, nobody has approved it: readers do not see it.</summary>
    public const string Queued = "queued";
    public const string Approved = "approved";

    /// <summary>A person took it away.</summary>
    public const string Withdrawn = "withdrawn";
}
