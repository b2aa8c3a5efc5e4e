using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed partial class CanaryTests
{
    private static readonly string[] Secret = ["Refugio Violeta", "refugio-violeta", "Señora Ixchel", "55 5123 9876", "Callejón del Agua", "timbre verde", "Fundación Callada", "denuncia tapada"];

    [Fact]
    public async Task No_secret_stands_in_any_byte_of_the_editions_folder_nor_any_point_within_five_kilometres_of_a_hidden_place()
    {
        using var house = new House();
        // The shown places lie around 14.9, -92.25; the hidden ones elsewhere, so that a near number can only be theirs.
        (double Latitude, double Longitude)[] hiddenAt = [(16.7531, -93.1167), (16.7370, -92.6376), (17.5109, -91.9930)];
        var hidden = new[] { Hidden("Refugio Violeta", Disclosures.Officers, hiddenAt[0]), Hidden("Refugio Violeta en cola", Disclosures.Exact, hiddenAt[1], approved: false) };
        var area = Hidden("Casa abierta", Disclosures.Area, hiddenAt[2], withSecretProfile: false);
        area.ProposeDisclosure(Disclosures.Exact, "Señora Ixchel");
        var shown = Some.Place();
        await house.Given([.. hidden, area, shown, new Organization { Name = "Fundación Callada" }]);
        await house.Publish();
        await house.Change(hidden[0].Id, p => p.Whereabouts.Notes = "timbre verde otra vez");
        await house.Change(shown.Id, p => p.Name = "Albergue con otro nombre");
        house.Clock.Now += TimeSpan.FromMinutes(10);
        await house.Publish();

        Assert.Equal(new[] { area.Id, shown.Id }.Order(), house.Open().Places().Select(p => p.Id));
        var files = Directory.GetFiles(house.Store.Folder, "*", SearchOption.AllDirectories);
        Assert.True(files.Length > 4);
        foreach (var file in files) Assert.Equal([], Leaks(File.ReadAllBytes(file), hiddenAt, hidden.Select(h => h.Id)));
        // The scan sees what it looks for.
        foreach (var word in Secret) Assert.NotEmpty(Leaks(Encoding.UTF8.GetBytes($"x{word}x"), hiddenAt, []));
        Assert.NotEmpty(Leaks("""{"latitude":16.71,"longitude":-92.62}"""u8.ToArray(), hiddenAt, []));
        Assert.NotEmpty(Leaks(Encoding.UTF8.GetBytes(hidden[0].Id.ToString()), hiddenAt, [hidden[0].Id]));
    }

    private static Place Hidden(string name, string disclosure, (double Latitude, double Longitude) at, bool approved = true, bool withSecretProfile = true)
    {
        var id = Guid.CreateVersion7();
        var place = new Place
        {
            Id = id, Slug = Slug.Of(name, id), Name = name, Kind = PlaceKinds.Women, Country = "MX", TimeZone = "America/Mexico_City", IsDemonstration = true,
            AreaName = "Centro", AreaLatitude = withSecretProfile ? at.Latitude : 14.95, AreaLongitude = withSecretProfile ? at.Longitude : -92.2,
            OrganizationId = null, Whereabouts = new() { Address = "Callejón del Agua 3", Latitude = at.Latitude, Longitude = at.Longitude, StaffContact = "Señora Ixchel, 55 5123 9876", Notes = "timbre verde" },
            Profile = withSecretProfile ? new() { Description = "denuncia tapada" } : new(),
        };
        place.HideTo(disclosure);
        if (approved) place.Approve("test", House.Start);
        return place;
    }

    private static List<string> Leaks(byte[] bytes, (double Latitude, double Longitude)[] points, IEnumerable<Guid> ids)
    {
        var found = new List<string>();
        foreach (var word in Secret.Concat(ids.Select(i => i.ToString())))
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.Latin1 })
                if (bytes.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0) found.Add(word);
        var numbers = Number().Matches(Encoding.Latin1.GetString(bytes)).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        // A twentieth of a degree is more than five kilometres here, either way.
        foreach (var (latitude, longitude) in points)
            if (numbers.Any(n => Math.Abs(n - latitude) < 0.05) && numbers.Any(n => Math.Abs(n - longitude) < 0.05)) found.Add($"{latitude}, {longitude}");
        return found;
    }

    [GeneratedRegex(@"-?\d{1,3}\.\d+")]
    private static partial Regex Number();
}
