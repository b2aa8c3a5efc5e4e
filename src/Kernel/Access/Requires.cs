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

internal sealed class HoldsPermission(CurrentUser user) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (user.Permissions.Contains(requirement.Act)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
