namespace Amparo.Places.Entries;

/// <summary>Two readers said independently that it is closed. It stays, with "may be closed, call", until somebody called back: silence or spite must not empty a town.</summary>
internal sealed partial class Place
{
    public const int ReportsThatDoubt = 2;

    public DateTimeOffset? MayBeClosedSince { get; private set; }

    public void Doubt(DateTimeOffset now) => MayBeClosedSince ??= now;
}
