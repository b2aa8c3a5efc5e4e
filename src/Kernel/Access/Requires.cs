using Microsoft.AspNetCore.Authorization;

namespace Amparo.Kernel;

/// <summary>The page may be used by whoever holds this permission in some scope. The same word goes to the audit log.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement, IActOfEndpoint
{
    public string Act => permission;
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Anyone may use this page; nothing about them is kept. It still names its act, because it may write.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute(string act) : Attribute, IAllowAnonymous, IActOfEndpoint
{
    public string Act => act;
}

/// <summary>What an endpoint does, in one word that roles, audit and messages share.</summary>
public interface IActOfEndpoint
{
    string Act { get; }
}

internal sealed class HoldsPermission(CurrentUser user, Permissions permissions, TimeProvider clock) : AuthorizationHandler<RequiresAttribute>
{
    /// <summary>Allowed, but the sign-in is too old for something dangerous.</summary>
    public const string TooOld = "The sign-in is too old for this act.";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (user.Session is not { } session || permissions.Find(requirement.Act) is not { } permission) return Task.CompletedTask;
        if (!permission.IsOfOneself && !user.Holds(requirement.Act)) return Task.CompletedTask;
        if (permission.NeedsFreshSignIn && clock.GetUtcNow() - session.FreshAt > SessionTimes.Fresh) context.Fail(new(this, TooOld));
        else context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
