using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Tests;

/// <summary>
/// What the framework finds out about every page when a host starts, found out once: all hosts of this process have the same pages,
/// and to look at them all anew was a quarter of the work of these tests. Each host gets descriptors of its own, since the framework
/// keeps on them what belongs to a host.
/// </summary>
internal static class KnownPages
{
    private static readonly Lock Alone = new();
    private static IReadOnlyList<ActionDescriptor>? _found;

    public static IServiceCollection FindPagesOnce(this IServiceCollection services)
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(IActionDescriptorCollectionProvider)) is not { ImplementationType: { } type } own) return services;
        services.Remove(own);
        return services.AddSingleton<IActionDescriptorCollectionProvider>(p => new Copies(Found(p, type)));
    }

    private static IReadOnlyList<ActionDescriptor> Found(IServiceProvider services, Type type)
    {
        lock (Alone) return _found ??= ((IActionDescriptorCollectionProvider)ActivatorUtilities.CreateInstance(services, type)).ActionDescriptors.Items;
    }

    private sealed class Copies(IReadOnlyList<ActionDescriptor> found) : IActionDescriptorCollectionProvider
    {
        public ActionDescriptorCollection ActionDescriptors { get; } = new([.. found.Select(a => Copy((CompiledPageActionDescriptor)a))], 0);

        private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor page) => new(page)
        {
            HandlerMethods = page.HandlerMethods,
            HandlerTypeInfo = page.HandlerTypeInfo,
            DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
            ModelTypeInfo = page.ModelTypeInfo,
            PageTypeInfo = page.PageTypeInfo,
            AttributeRouteInfo = page.AttributeRouteInfo,
            ActionConstraints = page.ActionConstraints,
            Parameters = page.Parameters,
            BoundProperties = page.BoundProperties,
            FilterDescriptors = page.FilterDescriptors,
            EndpointMetadata = [.. page.EndpointMetadata],
            RouteValues = new Dictionary<string, string?>(page.RouteValues, StringComparer.OrdinalIgnoreCase),
            Properties = new Dictionary<object, object?>(page.Properties),
        };
    }
}
