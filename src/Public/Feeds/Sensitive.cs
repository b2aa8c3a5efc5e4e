using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;

namespace Amparo.Public.Feeds;

/// <summary>What is named nowhere but on its own page: a title in a feed reader or a preview tells whoever holds the phone why it was looked for.</summary>
internal static class Sensitive
{
    public const string SiteName = "Amparo";

    public static bool Is(PublicPlace place) => PlacePage.IsSensitive(place);
}
