namespace Amparo.Places.Demonstration;

/// <summary>Who has a post where: each country of the region in each other's capital, guests in four capitals, and the border towns of Mexico.</summary>
internal static class DemonstrationConsulates
{
    private static readonly string[] Hosts = ["MX", "GT", "CR", "PA"];
    private static readonly string[] Central = ["GT", "HN", "SV", "NI"];

    public static IEnumerable<(string From, GazetteerPlace Town)> All(DemonstrationData data, DemonstrationTowns towns)
    {
        var region = data.Share.Keys.ToArray();
        foreach (var host in region)
            foreach (var from in region.Where(r => r != host)) yield return (from, towns.Capital(host));
        foreach (var host in Hosts)
            foreach (var from in data.Guests) yield return (from, towns.Capital(host));
        foreach (var town in towns.Known("MX").Where(t => t.Point.Longitude < -97 || t.Point.Latitude < 18).Take(9))
            foreach (var from in Central) yield return (from, town);
    }
}
