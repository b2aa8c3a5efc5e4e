using System.Diagnostics;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Public.Packs;

namespace Amparo.Tests.Public.Pocket;

/// <summary>What a phone gave back; null where only the network can answer.</summary>
internal sealed record PocketAnswer(int Status, string Html, string? Missing);

/// <summary>A site whose packs were made, and phones that keep them with the site's own pages around.</summary>
internal sealed class PocketPhone : IDisposable
{
    public const string Both = "hn-sv";
    private static readonly string Bundle = Path.Combine(SharedData.Repository, "web/dist/pocket.js"), Driver = Path.Combine(SharedData.Repository, "tests/Tests/Public/Pocket/pages.mjs");
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-phone-").FullName;
    private readonly Dictionary<string, object> _frames = [];

    private PocketPhone(PackHouse house) => House = house;

    public PackHouse House { get; }

    public static async Task<PocketPhone> Of(IReadOnlyList<PublicPlace> places)
    {
        var phone = new PocketPhone(new PackHouse(towns: PocketPlaces.Towns));
        await File.WriteAllTextAsync(Path.Combine(phone.House.Readers.Platform.Data.Path, "corridors.json"), JsonSerializer.Serialize(new[] { PocketPlaces.Countries }));
        phone.House.Show(PocketPlaces.Edition(places));
        await phone.House.Build();
        foreach (var name in phone.House.Store.Catalogue.Packs.Keys) await File.WriteAllBytesAsync(Path.Combine(phone._folder, name), phone.House.File(name));
        await File.WriteAllBytesAsync(Path.Combine(phone._folder, "words.json"), PocketVocabulary.Json(PocketPlaces.Towns).ToArray());
        foreach (var language in Languages.All) phone._frames.Add(language, await phone.Frames(language, places[0].Slug));
        return phone;
    }

    /// <summary>Asks pages of phones, all in one run; each keeps packs of one language.</summary>
    public async Task<List<PocketAnswer?>> Pages(params IEnumerable<Kept> phones) => Read<PocketAnswer?>(await Ask(phones, points: false));

    public async Task<List<JsonElement>> Points(params IEnumerable<Kept> phones) => Read<JsonElement>(await Ask(phones, points: true));

    public void Dispose()
    {
        House.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Ask(IEnumerable<Kept> phones, bool points)
    {
        using var root = House.Of<KeyFolder>().OpenRootPublic();
        await File.WriteAllTextAsync(Path.Combine(_folder, "phones.json"), JsonSerializer.Serialize(new
        {
            root = Convert.ToBase64String(root.ExportSubjectPublicKeyInfo()),
            phones = phones.Select(p => new
            {
                packs = p.Packs.Select(name => $"{name}-{p.Language}"), checkedAt = ReaderPlaces.Now.ToUnixTimeMilliseconds(), frames = _frames[p.Language],
                revoked = new { entries = p.Entries.Select(RevokedList.NameOf), addresses = p.Addresses.Select(RevokedList.NameOf) },
                asked = p.Asked.Select(a => new { path = a.Path, now = a.Now.ToUnixTimeMilliseconds(), points }),
            }),
        }, Web));
        using var node = Process.Start(new ProcessStartInfo("node", [Driver, Bundle, _folder]) { RedirectStandardError = true })!;
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);
        return await File.ReadAllTextAsync(Path.Combine(_folder, "answers.json"));
    }

    private static List<T> Read<T>(string answers) => JsonSerializer.Deserialize<List<T>>(answers, Web)!;

    private async Task<object> Frames(string language, string slug)
    {
        async Task<string> Page(string path)
        {
            using var answer = await House.Readers.Get($"/{language}/{path}");
            Assert.True(answer.IsSuccessStatusCode, path);
            return await answer.Content.ReadAsStringAsync();
        }
        async Task<Dictionary<string, string>> ByCountry(string path)
        {
            var pages = new Dictionary<string, string> { [""] = await Page(path) };
            foreach (var country in PocketPlaces.Countries.Append("GT")) pages.Add(country, await Page($"{path}?country={country}"));
            return pages;
        }
        return new { list = await Page("centres"), signs = await Page("?look=signs"), centre = await Page($"centres/{slug}"), consulates = await Page("consulates"), emergency = await Page("emergency"), danger = await ByCountry("danger"), child = await ByCountry("child") };
    }
}

/// <summary>One site for all tests of a class: its packs in five languages take seconds to make.</summary>
public sealed class PocketPhones : IAsyncLifetime
{
    internal static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";

    internal IReadOnlyList<PublicPlace> Places { get; } = PocketPlaces.Take(Long ? 400 : 120);
    internal PocketPhone Phone { get; private set; } = null!;

    public async Task InitializeAsync() => Phone = await PocketPhone.Of(Places);

    public Task DisposeAsync()
    {
        Phone.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>What a phone keeps, and what is asked of it.</summary>
internal sealed record Kept(string Language, IReadOnlyList<(string Path, DateTimeOffset Now)> Asked)
{
    public IReadOnlyList<string> Packs { get; init; } = [PocketPhone.Both];

    /// <summary>Slugs of what was called back.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
