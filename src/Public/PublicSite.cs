using System.Text.Encodings.Web;
using System.Text.Unicode;
using Amparo.Public.App;
using Amparo.Public.Centres.Find;
using Amparo.Public.Conversation.Sms;
using Amparo.Public.Errors;
using Amparo.Public.Feeds;
using Amparo.Public.HubBox;
using Amparo.Public.Layout;
using Amparo.Public.Packs;
using Amparo.Public.Recordings;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Amparo.Public;

/// <summary>The readers' side: pages, interfaces and feeds over the current edition.</summary>
public static class PublicSite
{
    public static IServiceCollection AddPublicSite(this IServiceCollection services) => services
        .AddSingleton(p => PublicSettings.From(p.GetRequiredService<IConfiguration>()))
        .AddSingleton<PublicCache>()
        .AddSingleton<SendLimits>()
        .AddSingleton<ErrorPage>()
        .AddSingleton<DrawnCards>()
        .AddSingleton<Towns>()
        .AddMachineOutputs()
        .AddPacks()
        .AddRecordings()
        .AddSingleton<AppFiles>()
        .AddSingleton<ShellPages>()
        .AddSingleton<KeptShells>()
        .AddSingleton<AppDoors>()
        .Configure<RouteOptions>(routes => routes.ConstraintMap["lang"] = typeof(LanguageConstraint))
        // The framework would write each accent as six bytes.
        .Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    /// <summary>The same edition in the pocket of whoever has no browser; the command line has it too.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services) => services.AddSingleton<ISmsConversation, SmsConversation>();

    /// <summary>Answers from rendered bytes where it has them.</summary>
    public static IApplicationBuilder UsePublicCache(this IApplicationBuilder app)
    {
        var cache = app.ApplicationServices.GetRequiredService<PublicCache>();
        var shell = app.ApplicationServices.GetRequiredService<ShellPages>();
        return app.Use(next =>
        {
            shell.Pages = context => cache.Answer(context, next);
            return context => MachineOutputs.IsBesidePages(context.Request.Path) ? next(context) : cache.Answer(context, next);
        });
    }

    public static WebApplication MapPublicSite(this WebApplication app)
    {
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Choose).WithMetadata(new PublicAttribute("public.choose"));
        app.MapMethods(SpeakUp.Path, [HttpMethods.Get, HttpMethods.Head], context => Speak(context, Languages.Best(context.Request.Headers.AcceptLanguage))).WithMetadata(new PublicAttribute("public.choose"));
        app.MapMethods(SpeakUp.Path + "/{lang:lang}", [HttpMethods.Get, HttpMethods.Head], context => Speak(context, (string)context.Request.RouteValues["lang"]!)).WithMetadata(new PublicAttribute("public.choose"));
        app.MapMethods("/poster", [HttpMethods.Get, HttpMethods.Head], ToPoster).WithMetadata(new PublicAttribute("public.choose"));
        app.MapMachineOutputs();
        app.MapEditionDoors();
        app.MapPacks();
        app.MapRecordings();
        app.Services.GetRequiredService<AppDoors>().Map(app);
        return app;
    }

    /// <summary>What only a server with a database can do: take in what hubs' copies were told.</summary>
    public static WebApplication MapServerDoors(this WebApplication app)
    {
        app.MapInboxDoor();
        return app;
    }

    /// <summary>From a message or a slip, where every letter counts and no word may say what it is for.</summary>
    private static Task Speak(HttpContext context, string language)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Redirect($"/{language}/complaint");
        return Task.CompletedTask;
    }

    private static Task ToPoster(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Redirect($"/{Languages.Best(context.Request.Headers.AcceptLanguage)}/poster");
        return Task.CompletedTask;
    }

    /// <summary>To the language that the browser asks for; nothing remembers it.</summary>
    private static Task Choose(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Redirect($"/{Languages.Best(context.Request.Headers.AcceptLanguage)}/");
        return Task.CompletedTask;
    }
}
