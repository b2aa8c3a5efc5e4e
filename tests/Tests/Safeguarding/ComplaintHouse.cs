using Amparo.Publication;
using Amparo.Safeguarding;
using Amparo.Safeguarding.Holding;
using Amparo.Tests.Access;
using Amparo.Tests.Office;
using Amparo.Tests.Places;
using Amparo.Tests.Public;
using Amparo.Web.Serving;
using AngleSharp.Dom;

namespace Amparo.Tests.Safeguarding;

/// <summary>A platform with one public place of an organisation, somebody who complains without an account, and those who read.</summary>
internal sealed class ComplaintHouse : IDisposable
{
    public const string Queue = "/console/complaints", People = "/console/complaints/people";

    public Platform Platform { get; } = new();
    public Guid Organisation { get; private set; }
    public string Slug { get; private set; } = "";

    public async Task<ComplaintHouse> Begun()
    {
        Platform.Services.GetRequiredService<KeyFolder>().Init(true, null, Platform.Clock.Now);
        var run = new Amparo.Places.Entries.Organization { Name = "Red Canela" };
        var place = Some.Place("Albergue del Farol");
        (place.OrganizationId, Organisation, Slug) = (run.Id, run.Id, place.Slug);
        await Platform.Given(run, place);
        await Look();
        return this;
    }

    public async Task Look()
    {
        Platform.Clock.Now += TimeSpan.FromSeconds(2);
        await Platform.Services.GetRequiredService<Publisher>().LookOnce(default);
    }

    public Task Work() => Platform.Services.GetRequiredService<SafeguardingJobs>().Run(default);

    /// <summary>Somebody who signed in once; with the role, where one is given.</summary>
    public async Task<Person> Somebody(Scope? reads = null, Guid? organisation = null)
    {
        var person = await Platform.Begun();
        if (reads is { } scope) await Platform.Given(Desks.Given(person.Id, "safeguarding_person", scope, Platform.Clock.Now));
        if (organisation is { } id) await Platform.Given(Desks.Given(person.Id, "partner", Scope.Organisation(id), Platform.Clock.Now));
        return person;
    }

    /// <summary>Named at the machine, as the first.</summary>
    public async Task<Person> First(Guid? organisation = null)
    {
        var person = await Somebody(organisation: organisation);
        await Platform.In(async (_, services) => { await services.GetRequiredService<Amparo.Contracts.Safeguarding.IFirstReader>().Name(person.Email, default); return 0; });
        return person;
    }

    /// <summary>Given the role in the console, and confirmed by somebody who reads.</summary>
    public async Task<Person> Another(Desk confirmedBy, Scope? scope = null, Guid? organisation = null)
    {
        var person = await Somebody(scope ?? Scope.Region, organisation);
        await Work();
        using var answer = await Confirm(confirmedBy, person.Id);
        Assert.Equal($"{People}?done=holder_confirmed", answer.Headers.Location?.ToString());
        return person;
    }

    public async Task<HttpResponseMessage> Confirm(Desk desk, Guid account) =>
        await desk.Post(People + "/confirm", null, ("Account", account.ToString()), ("Print", await Platform.Read(async db => SealedFor.PrintOf((await db.Set<AccountKey>().SingleAsync(k => k.AccountId == account)).PublicKey))));

    /// <summary>A desk whose session opens the person's key.</summary>
    public async Task<Desk> Desk(Person person)
    {
        Platform.Clock.Now += TimeSpan.FromMinutes(1);
        var desk = new Desk(Platform) { AccountId = person.Id };
        using var answer = await desk.SignIn(person, Platform.Clock.Now);
        Assert.NotNull(desk.Cookie);
        return desk;
    }

    /// <summary>Told from the page of the place, or from elsewhere.</summary>
    /// <returns>The code that was shown.</returns>
    public async Task<string> Tell(string words, bool fromPlace = false, string where = "", string country = "", bool aboutReader = false)
    {
        using var answer = await Post("/es/complaint", await Form(fromPlace), ("words", words), ("where", where), ("country", country), ("reader", aboutReader ? "yes" : ""));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return CodeOn(await Readers.Read(answer));
    }

    public async Task<Dictionary<string, string>> Form(bool fromPlace = false)
    {
        using var client = Platform.Client();
        var page = fromPlace
            ? await Readers.Read(await Post("/es/complaint", new() { ["open"] = "1", ["place"] = Slug }))
            : await Readers.Read(await client.GetAsync("/es/complaint"));
        var form = new Dictionary<string, string> { ["key"] = page.QuerySelector("form[method=post] input[name=key]")!.GetAttribute("value")! };
        if (page.QuerySelector("input[name=place][checked]") is { } place) form["place"] = place.GetAttribute("value")!;
        return form;
    }

    public async Task<HttpResponseMessage> Post(string path, Dictionary<string, string> form, params (string Name, string Value)[] more)
    {
        using var client = Platform.Client();
        foreach (var (name, value) in more) form[name] = value;
        using var sent = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        sent.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(sent);
    }

    /// <summary>What stands under the code.</summary>
    public async Task<IDocument> Under(string code) => await Readers.Read(await Post("/es/report", new() { ["code"] = code }));

    public static string CodeOn(IDocument page) => page.QuerySelector("p.code")!.TextContent.Trim();

    public Task<Guid> Only() => Platform.Read(db => db.Set<Complaint>().Select(c => c.Id).SingleAsync());

    /// <summary>What the button "open and read" gives.</summary>
    public static async Task<(int Status, string Said)> Open(Desk desk, Guid complaint)
    {
        using var answer = await desk.Post($"{Queue}/{complaint}/open");
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => Platform.Dispose();
}
