using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Kernel;

/// <summary>
/// Whoever may not is told 403 and nothing of what is there. Whoever has no session is led to the door, whoever must prove
/// anew who they are to the page where they do. A refusal of somebody who is signed in goes to the audit.
/// </summary>
internal sealed class Refused : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }
        var user = context.RequestServices.GetRequiredService<CurrentUser>();
        if (user.Session is null && ConsolePaths.IsConsole(context.Request.Path)) Lead(context, ConsolePaths.SignIn);
        else if (authorizeResult.AuthorizationFailure?.FailureReasons.Any(r => r.Message == HoldsPermission.TooOld) == true) Lead(context, ConsolePaths.Confirm);
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            if (user.Session is not null) await Note(context, user);
        }
    }

    private static void Lead(HttpContext context, string to)
    {
        // What was posted cannot be posted again from there: the person comes back to the page of the form.
        var from = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.Value;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{to}?to={Uri.EscapeDataString(from ?? "")}";
    }

    private static Task Note(HttpContext context, CurrentUser user)
    {
        var act = context.GetEndpoint()?.Metadata.GetMetadata<IActOfEndpoint>()?.Act ?? "kernel.unnamed";
        return context.RequestServices.GetRequiredService<Database>().Recorded(act, "kernel_session", user.Session!.SessionId, 1, AuditOutcomes.Refused, context.RequestAborted);
    }
}
