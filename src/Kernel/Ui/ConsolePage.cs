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

    public string When(DateTimeOffset instant) => ConsoleDates.Moment(W, instant);
    public string Ago(DateTimeOffset instant) => ConsoleDates.Ago(W, Now - instant);

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
        var executed = await next();
        if (executed.Exception is RuleBroken broken) Show(broken.Key, StatusCodes.Status422UnprocessableEntity);
        // Somebody else saved the same record in between: nobody's change is lost without a word.
        else if (executed.Exception is DbUpdateConcurrencyException) Show("console.changed_meanwhile", StatusCodes.Status409Conflict);

        void Show(string key, int status)
        {
            Wrong[""] = key;
            executed.ExceptionHandled = true;
            executed.Result = Refused(status);
        }
    }

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
