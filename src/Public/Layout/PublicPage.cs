using Amparo.Contracts.Recordings;
using Amparo.Public.HubBox;
using Amparo.Public.Recordings;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Layout;

/// <summary>What every page for readers has: their language, the edition, the clock, and what it says about itself.</summary>
[IgnoreAntiforgeryToken]
internal abstract class PublicPage : PageModel
{
    /// <summary>The word in an address by which pictograms lead and words follow. It stands nowhere else: a device keeps nothing of it.</summary>
    public const string LookName = "look", Signs = "signs";

    public Words W { get; private set; } = null!;
    public Edition Edition { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }
    public PageFacts Facts { get; private set; } = null!;
    public Icons Icons { get; } = new();
    public ReaderDates Dates { get; private set; } = null!;
    public DrawnCards Drawn { get; private set; } = null!;
    public string? PublicUrl { get; private set; }

    /// <summary>Not null where this is a hub's copy.</summary>
    public HubSettings? Hub { get; private set; }

    public string Lang => W.Language;

    /// <summary>The pages that somebody sees who cannot read can lead with pictograms.</summary>
    protected virtual bool CanLeadWithSigns => false;

    /// <summary>Whether this reader asked for that.</summary>
    public bool LeadsWithSigns { get; private set; }

    /// <summary>The address of a page of ours, with the look of this one.</summary>
    public string Kept(string path) => LeadsWithSigns ? WithSigns(path) : path;

    /// <summary>The same for a form that leads to such a page.</summary>
    public IHtmlContent KeptInForm => LeadsWithSigns ? Field : HtmlString.Empty;

    private static readonly HtmlString Field = new($"<input type=\"hidden\" name=\"{LookName}\" value=\"{Signs}\">");

    /// <summary>This page in its other look; null where it has but one.</summary>
    public string? OtherLook => !CanLeadWithSigns ? null : LeadsWithSigns ? PathIn(Lang) : WithSigns(PathIn(Lang));

    private static string WithSigns(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{LookName}={Signs}";

    /// <summary>A key of a title that says nothing about what somebody needs.</summary>
    public virtual string TitleKey => "public.title.page";

    /// <summary>
    /// The address of this page in another language; the same question, the same place. It carries only what the page itself
    /// read: anything else would be kept with the page and shown to the next reader.
    /// </summary>
    public virtual string PathIn(string language) => $"/{language}{Request.Path.Value![3..]}";

    /// <summary>The slug of the place that a complaint from this page may be about; null where the page is about none.</summary>
    public virtual string? ComplaintAbout => null;

    /// <summary>What a preview of a shared link says; null where it may say the name of the site only.</summary>
    public virtual (string Title, string Description)? Preview => null;

    /// <summary>What a search engine says of the page; a messenger may show it too, so it is null where somebody's need could be read from it.</summary>
    public virtual string? Description => null;

    /// <summary>The same as data (schema.org), for machines; null where it may not be told apart from other pages.</summary>
    public virtual string? DataPath => null;

    public bool HasNearScript { get; protected set; }

    /// <summary>Its text can be read aloud by a voice of the reader's own device.</summary>
    public bool HasAloudScript { get; protected set; }

    /// <summary>Follows what is typed where a pack is kept; keeps packs; hands on.</summary>
    public bool HasAppScript { get; protected set; }

    /// <summary>Offers recordings to keep; what it takes comes with no other page.</summary>
    public bool HasAudioScript { get; protected set; }

    /// <summary>Where the app's name and picture for the home screen stand; null where the page offers none.</summary>
    public virtual App.HomeScreen? HomeScreen => null;

    /// <summary>Where the quick exit leads: a page that everybody may have open, and that can be reached from here.</summary>
    public string WayOut => Hub is null ? $"https://{Lang}.wikipedia.org/" : $"/{Lang}/done";

    /// <summary>A browser may fill in what its owner types everywhere, unless many people share it.</summary>
    public string Remembers(string field) => Hub is { IsKiosk: true } ? "off" : field;

    /// <summary>What can be heard of a page that is the same for everybody.</summary>
    /// <param name="page">A name of <see cref="RecordedPages"/>.</param>
    public Heard HeardOf(string page) => Heard.Of(this, Edition.RecordingsOfPage(page), Sounds);

    /// <summary>Null where a page is drawn for a phone.</summary>
    protected RecordingStore? Sounds { get; private set; }

    public IHtmlContent Icon(string name) => Icons.Use(name);

    /// <summary>A text on which somebody's safety hangs: while no speaker has read the translation, the Spanish stands beside it.</summary>
    public IHtmlContent Careful(string key)
    {
        var said = new HtmlContentBuilder().AppendHtml("<p>").Append(W[key]).AppendHtml("</p>");
        return W.SpanishBeside(key) is { } spanish ? said.AppendHtml("<p class=\"beside\" lang=\"es\">").Append(spanish).AppendHtml("</p>") : said;
    }

    /// <summary>For what is drawn without anybody asking for it: no address, no reader.</summary>
    protected void Begin(Words words, Edition edition, DateTimeOffset now, string? publicUrl)
    {
        (W, Dates, Edition, Now, PublicUrl) = (words, new(words), edition, now, publicUrl);
        Facts = new();
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var services = context.HttpContext.RequestServices;
        W = services.GetRequiredService<Texts>().In((string)context.RouteData.Values["lang"]!);
        Dates = new(W);
        Drawn = services.GetRequiredService<DrawnCards>();
        Facts = PageFacts.Of(context.HttpContext);
        Facts.HasScript = true;
        LeadsWithSigns = CanLeadWithSigns && Request.Query[LookName] == Signs;
        Now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        PublicUrl = services.GetRequiredService<PublicSettings>().PublicUrl;
        Hub = services.GetService<HubSettings>();
        Sounds = services.GetRequiredService<RecordingStore>();
        if (services.GetRequiredService<CurrentEdition>().Now is not { } edition)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            return;
        }
        Edition = edition;
        // The framework shows a page for any method that it has no handler for: a PUT would look like a success.
        if (context.HandlerMethod is not null) return;
        Response.Headers.Allow = "GET, HEAD";
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>The page, with a status that says that what was sent cannot be used.</summary>
    protected PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
