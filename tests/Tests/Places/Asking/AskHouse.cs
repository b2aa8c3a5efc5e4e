using System.Collections.Concurrent;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Public;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ask = Amparo.Places.Asking.Ask;

namespace Amparo.Tests.Places.Asking;

/// <summary>A platform with a telephone and a post office that a test can look into.</summary>
internal sealed class AskHouse : IDisposable
{
    public const string Secret = "a secret of the tests, long enough";

    private readonly Platform _platform = new();

    public AskHouse(bool isSimulated = true, string publicUrl = "https://amparo.example")
    {
        Sms = new FakeSms(isSimulated);
        Site = _platform.WithWebHostBuilder(host => host.UseSetting("Amparo:PublicUrl", publicUrl).UseSetting("Amparo:Sms:Secret", Secret).UseSetting("Amparo:Sms:PriceMicros", "20000")
            .UseSetting(isSimulated ? "Amparo:None" : "Amparo:Sms:Url", "https://gateway.example/send")
            .ConfigureTestServices(services =>
            {
                services.RemoveAll<ISmsGateway>();
                services.AddSingleton<ISmsGateway>(Sms);
                services.RemoveAll<IMailer>();
                services.AddSingleton<IMailer>(Post);
            }));
        Show();
    }

    public WebApplicationFactory<Program> Site { get; }
    public FakeSms Sms { get; }
    public FakePost Post { get; } = new();
    public Platform Platform => _platform;
    public FixedClock Clock => _platform.Clock;
    public AskRound Round => Site.Services.GetRequiredService<AskRound>();
    public MessageSender Sender => Site.Services.GetRequiredService<MessageSender>();
    public Addresses Addresses => Site.Services.GetRequiredService<Addresses>();

    /// <summary>An entry that came due yesterday and publishes this mobile number.</summary>
    public Place Due(string? number = "+52 000 555 0101", string? mail = null, string name = "Albergue Puente Seguro", string kind = PlaceKinds.Shelter, string disclosure = Disclosures.Exact, double days = 31, string language = "es", bool approved = true) =>
        Some.Place(name, kind, disclosure: disclosure, assuredAt: Clock.Now.AddDays(-days), approved: approved,
            profile: new() { TextLanguage = language, Email = mail, Phones = number is null ? [] : [new("+52 000 555 0199", "voice"), new(number, "cell")], Description = "Cama y comida." });

    public async Task<int> Run() => await Round.Run(default);

    public Task<List<Ask>> Asks() => _platform.Read(db => db.Set<Ask>().AsNoTracking().OrderBy(a => a.AskedAt).ToListAsync());
    public Task<List<OutgoingMessage>> Messages() => _platform.Read(db => db.Set<OutgoingMessage>().AsNoTracking().OrderBy(m => m.QueuedAt).ToListAsync());

    /// <summary>The path of the link of the newest question.</summary>
    public async Task<string> Link() => PathOf((await Asks())[^1]);
    public string PathOf(Ask ask) => new Uri(Site.Services.GetRequiredService<AskLinks>().AddressOf(ask)).AbsolutePath;

    public Task Give(Place place, string channel, string address, string language = "es") =>
        _platform.Given(new AskContact { PlaceId = place.Id, Channel = channel, Address = Addresses.Seal(place.Id, address), Language = language, GivenTo = Guid.CreateVersion7(), GivenAt = Clock.Now });

    /// <summary>Readers see these entries.</summary>
    public void Show(params Place[] places)
    {
        var edition = ReaderPlaces.Edition(places: places.Select(p => new PublicPlace
        {
            Id = p.Id, Slug = p.Slug, Name = p.Name, Kind = p.Kind, Country = p.Country, TimeZone = p.TimeZone, Disclosure = p.Disclosure, Locality = p.Locality, AreaName = p.AreaName, Address = p.Whereabouts.Address,
            AssuredAt = p.AssuredAt, AssuredBy = p.AssuredBy, AssuredHow = p.AssuredHow, DueAt = p.AssuredAt?.AddDays(30), StaleAt = p.AssuredAt?.AddDays(45), WithdrawnAt = p.AssuredAt?.AddDays(90), ModifiedAt = Clock.Now, IsDemonstration = true, Profile = p.Profile,
        }).ToList());
        edition.With(Site.Services.GetRequiredService<SearcherFactory>()(edition, null, null));
        Site.Services.GetRequiredService<CurrentEdition>().Replace(edition);
    }

    public async Task<(int Status, IDocument Page)> Open(string path)
    {
        using var answer = await Site.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(path);
        return ((int)answer.StatusCode, await Readers.Read(answer));
    }

    /// <summary>Opens the link and presses one of its buttons.</summary>
    public async Task<(int Status, IDocument Page)> Press(string path, string answer, string words = "", Func<Task>? meanwhile = null, string? site = "same-origin")
    {
        var (_, page) = await Open(path);
        if (meanwhile is not null) await meanwhile();
        var fields = page.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["answer"] = answer;
        fields["words"] = words;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using var sent = await Site.CreateClient(new() { AllowAutoRedirect = false }).SendAsync(request);
        return ((int)sent.StatusCode, await Readers.Read(sent));
    }

    public void Dispose()
    {
        Site.Dispose();
        _platform.Dispose();
    }
}

/// <summary>Keeps what it would have sent, and answers as it is told to.</summary>
internal sealed class FakeSms(bool isSimulated) : ISmsGateway
{
    public ConcurrentQueue<(Guid Id, string Number, string Text)> Sent { get; } = [];
    public Func<int, HandOver> Answers { get; set; } = _ => new(HandedOver.Accepted, "g-1");
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;
    public bool IsSimulated => isSimulated;

    public async Task<HandOver> Send(Guid id, string number, string text, CancellationToken stop)
    {
        await Before();
        Sent.Enqueue((id, number, text));
        return Answers(Sent.Count);
    }
}

internal sealed class FakePost : IMailer
{
    public ConcurrentQueue<Mail> Sent { get; } = [];
    public Exception? Fails { get; set; }

    public Task Send(Mail mail, CancellationToken stop)
    {
        Sent.Enqueue(mail);
        return Fails is null ? Task.CompletedTask : throw new MailFailed(Fails);
    }
}
