using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Kernel;

/// <summary>One part of the platform. Its name is also its table prefix and its permission prefix.</summary>
public interface IModule
{
    static abstract string Name { get; }

    static abstract void Add(IServiceCollection services);

    /// <summary>The views through which the publisher reads this module, made anew at each migration.</summary>
    static virtual IReadOnlyList<PublicView> Views => [];

    /// <summary>Every act that an endpoint of this module may require, with the roles that hold it out of the box.</summary>
    static virtual IReadOnlyList<Permission> Permissions => [];

    /// <summary>Roles that exist even where no permission names them.</summary>
    static virtual IReadOnlyList<Role> Roles => [];

    /// <summary>What this module puts into the console's navigation.</summary>
    static virtual IReadOnlyList<MenuEntry> Menu => [];
}

/// <summary>
/// What the publisher may read of a module: a name and the query behind it, in the SQL that both engines share.
/// It is the whole list of columns that can ever reach a reader.
/// </summary>
/// <param name="Name">Begins with the module's prefix and <c>public_</c>, such as <c>places_public_place</c>.</param>
/// <param name="Query">One SELECT with every column named.</param>
public sealed record PublicView(string Name, string Query);

/// <summary>All that the publisher may read.</summary>
internal static class PublicViews
{
    // The hash and not the size: how much is done here is nobody's business.
    private static readonly PublicView Checkpoint = new("kernel_public_checkpoint",
        "SELECT hash FROM kernel_audit_checkpoint ORDER BY size DESC LIMIT 1");

    public static IEnumerable<PublicView> Of(IEnumerable<Module> modules) => modules.SelectMany(m => m.Views).Append(Checkpoint);
}

/// <summary>A module that this installation runs.</summary>
public sealed record Module(string Name, Assembly Assembly, IReadOnlyList<PublicView> Views)
{
    public IReadOnlyList<Permission> Permissions { get; init; } = [];
    public IReadOnlyList<Role> Roles { get; init; } = [];
    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];
}

public static class ModuleRegistration
{
    public static IServiceCollection AddModule<T>(this IServiceCollection services) where T : IModule
    {
        services.AddSingleton(new Module(T.Name, typeof(T).Assembly, T.Views) { Permissions = T.Permissions, Roles = T.Roles, Menu = T.Menu });
        T.Add(services);
        return services;
    }
}
