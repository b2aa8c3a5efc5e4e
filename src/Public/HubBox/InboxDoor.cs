using Amparo.Contracts.Safeguarding;
using Amparo.Publication;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.HubBox;

/// <summary>Where hubs' copies hand over what people told them: one sealed letter per post, as often as it takes.</summary>
internal static class InboxDoor
{
    public const string Path = "/hub/inbox";
    private const int MostFromOne = 100;

    public static void MapInboxDoor(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, Take).WithMetadata(new PublicAttribute("public.hand_over"));

    private static async Task Take(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = await Answer(context);
        // A body of its own keeps the page of errors away: a machine reads the number alone.
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest) context.Response.ContentLength = 0;
    }

    private static async Task<int> Answer(HttpContext context)
    {
        var (services, stop) = (context.RequestServices, context.RequestAborted);
        var limits = services.GetRequiredService<SendLimits>();
        if (!limits.MaySend(context, MostFromOne)) return StatusCodes.Status429TooManyRequests;
        if (await Read(context.Request, stop) is not { } box) return StatusCodes.Status413PayloadTooLarge;
        if (SpooledLetter.Open(services.GetRequiredService<InboxKey>(), box) is not { } letter) return StatusCodes.Status422UnprocessableEntity;
        try
        {
            var letters = new HubLetters(services.GetRequiredService<IInbox>(), services.GetRequiredService<IComplaints>(), services.GetRequiredService<CurrentEdition>(), limits, context, services.GetRequiredService<TimeProvider>());
            return await letters.Take(letter, stop) ? StatusCodes.Status204NoContent : StatusCodes.Status422UnprocessableEntity;
        }
        catch (InboxConflict)
        {
            return StatusCodes.Status409Conflict;
        }
    }

    private static async Task<byte[]?> Read(HttpRequest request, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var some = new byte[8 * 1024];
        while (await request.Body.ReadAsync(some, stop) is > 0 and var read)
        {
            if (all.Length + read > SpooledLetter.LargestSealed) return null;
            all.Write(some, 0, read);
        }
        return all.ToArray();
    }
}
