using Amparo.Contracts.Places;
using Amparo.Publication;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Amparo.Tests.Public;

/// <summary>A platform whose readers see the invented places, and a browser without script to read it with.</summary>
public sealed class Readers : IDisposable
{
    private readonly Platform _platform = new();
    private readonly WebApplicationFactory<Program> _site;

    public Readers() : this(null) { }

    internal Readers(Action<IServiceCollection>? with)
    {
        _site = _platform.WithWebHostBuilder(host =>
        {
            host.UseSetting("Amparo:PublicUrl", "https://amparo.example");
            if (with is not null) host.ConfigureServices(with);
        });
        Show(ReaderPlaces.Edition());
    }

    public FixedClock Clock => _platform.Clock;
    internal Platform Platform => _platform;
    internal IServiceProvider Services => _site.Services;

    internal void Show(Edition edition)
    {
        if (edition.Searcher is null) edition.With(_site.Services.GetRequiredService<SearcherFactory>()(edition, null, null));
        _site.Services.GetRequiredService<CurrentEdition>().Replace(edition);
    }

    public HttpClient Client() => _site.CreateClient(new() { AllowAutoRedirect = false });

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client().SendAsync(request);
    }

    public async Task<IDocument> Page(string path, int status = 200)
    {
        using var answer = await Get(path);
        Assert.Equal(status, (int)answer.StatusCode);
        return await Read(answer);
    }

    public static async Task<IDocument> Read(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public async Task<HttpResponseMessage> Post(string path, IEnumerable<KeyValuePair<string, string>> form, string? site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (site is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        return await Client().SendAsync(request);
    }

    /// <summary>The page's words as a reader sees them.</summary>
    public static string Said(IDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    internal static string Text(string language, string key) => Texts.From([typeof(Amparo.Public.PublicSite).Assembly]).In(language)[key];

    public void Dispose()
    {
        _site.Dispose();
        _platform.Dispose();
    }
}
