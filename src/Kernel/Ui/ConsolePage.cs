using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Kernel;

/// <summary>What every page of the console has: the person's language, the person, the clock, and broken rules in words.</summary>
public abstract class ConsolePage : PageModel
{
    public static IReadOnlyList<string> Languages { get; } = ["es", "en"];

    private OncePost? _once;

    public Words W { get; private set; } = null!;
    public CurrentUser Who { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }

    /// <summary>The key of the page's title and heading.</summary>
    public abstract string TitleKey { get; }

    /// <summary>Keys of sentences on what was wrong with the form, by field; the empty name is about the whole.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>The key of a sentence on what was done a moment ago, carried over a redirect in the address.</summary>
    public string? Done => Request.Query["done"].ToString() is { Length: > 0 and < 40 } said && said.All(c => char.IsAsciiLetterLower(c) || c is '_') ? $"console.done.{said}" : null;

    /// <summary>Entries of the navigation that this person may use.</summary>
    public IEnumerable<MenuEntry> Menu => HttpContext.RequestServices.GetServices<Module>().SelectMany(m => m.Menu).Where(m => Who.Holds(m.Act));

    public string When(DateTimeOffset instant) => ConsoleDates.Moment(W, instant, ClockOf);
    public string Ago(DateTimeOffset instant) => ConsoleDates.Ago(W, Now - instant);

    /// <summary>For a cell of a file.</summary>
    public string? Stamp(DateTimeOffset? instant) => instant is { } at ? ConsoleDates.Cell(at, ClockOf) : null;

    /// <summary>The day, as it stands in the names of files.</summary>
    public string Today => Now.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whose clock the page's times go by: of the only country in which this person works, else UTC.</summary>
    protected virtual string? ClockOf => Who.Session?.Grants.Select(g => g.Scope).Distinct().ToList() is { } scopes && scopes.TrueForAll(s => s.Kind != Scope.RegionKind)
        && scopes.Where(s => s.Kind == Scope.CountryKind).Select(s => s.Value).Distinct().ToList() is [var only] ? only : null;

    // Its name begins like a handler's: without this a request with the method PAGE would call it.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        Who = services.GetRequiredService<CurrentUser>();
        Now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        W = services.GetRequiredService<Texts>().In(Who.Session?.Language ?? LanguageOfStranger());
        // The framework shows a page for any method that it has no handler for: a PUT would look like a success.
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        var stop = context.HttpContext.RequestAborted;
        if ((TakesKeyLate ? await OncePost.Before(context.HttpContext, Who, stop) : await TakeKey(stop)) is { } answered)
        {
            context.Result = answered;
            if (_once is not null) await _once.DisposeAsync();
            return;
        }
        var executed = await next();
        var endedWell = executed.Exception is null && Response.StatusCode < StatusCodes.Status400BadRequest && executed.Result is not (StatusCodeResult or ObjectResult { StatusCode: >= 400 });
        if (executed.Exception is RuleBroken broken) Show(broken.Key, StatusCodes.Status422UnprocessableEntity);
        // Somebody else saved the same record in between: nobody's change is lost without a word.
        else if (executed.Exception is DbUpdateConcurrencyException)
        {
            if (await ChangedMeanwhile(stop) is { } changed) (executed.ExceptionHandled, executed.Result) = (true, changed);
            else Show("console.changed_meanwhile", StatusCodes.Status409Conflict);
        }
        if (_once is not null)
        {
            await _once.End(executed.Result, endedWell, AgainLeadsTo, stop);
            await _once.DisposeAsync();
        }

        void Show(string key, int status)
        {
            Wrong[""] = key;
            executed.ExceptionHandled = true;
            executed.Result = Refused(status);
        }
    }

    /// <summary>The key of the form on this page: what was posted, else a new one. A form carries it as <c>once</c>.</summary>
    public string Once => Request.HasFormContentType && Request.Form[OncePost.Field].ToString() is { Length: > 0 } posted ? posted : Guid.CreateVersion7().ToString("N");

    /// <summary>The page takes the key itself, with <see cref="TakeKey"/>, when nothing is left that must be written beside it.</summary>
    protected virtual bool TakesKeyLate => false;

    /// <summary>Where the same post leads that comes once more, where the first was answered with a page that is shown once.</summary>
    protected virtual string? AgainLeadsTo => null;

    /// <returns>What the same post was answered with before; null where it is to be carried out.</returns>
    protected async Task<IActionResult?> TakeKey(CancellationToken stop)
    {
        _once = await OncePost.Begin(HttpContext, Who, Now, stop);
        return _once?.Answer;
    }

    /// <summary>Keeps what was done before the page goes on to what takes long, such as a mail: nobody may wait for a mail server to write.</summary>
    protected Task KeepOnce(string location, CancellationToken stop) => _once?.End(new RedirectResult(location), true, null, stop) ?? Task.CompletedTask;

    /// <summary>Somebody else saved the record while this was saved. What to show then; null where the page knows nothing better than to say so.</summary>
    protected virtual Task<IActionResult?> ChangedMeanwhile(CancellationToken stop) => Task.FromResult<IActionResult?>(null);

    /// <summary>The page again, with what was typed and a status that says that it cannot be used.</summary>
    protected PageResult Refused(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    private string LanguageOfStranger()
    {
        var chosen = Request.Query["lang"].ToString();
        if (Languages.Contains(chosen)) return chosen;
        var best = Amparo.Kernel.Languages.Best(Request.Headers.AcceptLanguage);
        return Languages.Contains(best) ? best : Amparo.Kernel.Languages.Base;
    }
}
