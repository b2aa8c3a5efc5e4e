using System.Reflection;
using Amparo.Contracts.Publication;
using Amparo.Places;
using Amparo.Public;
using Amparo.Publication;

namespace Amparo.Tests.Boundaries;

public sealed class ModuleWalls
{
    private static readonly Assembly[] ModuleAssemblies = [.. TestServices.Modules().Select(m => m.Assembly)];
    private static readonly Assembly[] ReadersSide = [typeof(PublicSite).Assembly, typeof(CurrentEdition).Assembly];

    [Fact]
    public void A_module_refers_to_the_kernel_and_the_contracts_and_to_nothing_else_of_ours()
    {
        Assert.NotEmpty(ModuleAssemblies);
        Assert.All(ModuleAssemblies, module => Assert.Empty(Strangers(module)));
    }

    [Fact]
    public void Everything_in_a_module_is_internal_but_its_module_class() =>
        Assert.All(ModuleAssemblies, module => Assert.Empty(OpenTypes(module)));

    [Fact]
    public void The_readers_side_cannot_name_the_database() =>
        Assert.All(ReadersSide, side => Assert.Empty(DatabaseNames(side)));

    // The publisher builds over a connection that compiles nothing but the public views; the pages have no connection at all.
    [Fact]
    public void The_readers_pages_cannot_name_the_publishers_connection() =>
        Assert.DoesNotContain("Amparo.Kernel.PublisherConnection", AssemblyReferences.TypesNamedBy(typeof(PublicSite).Assembly));

    [Fact]
    public void The_readers_side_refers_to_no_module() =>
        Assert.All(ReadersSide, side => Assert.DoesNotContain(AssemblyReferences.OurAssembliesNamedBy(side), n => ModuleAssemblies.Any(m => m.GetName().Name == n)));

    [Fact]
    public void The_kernel_refers_to_nothing_of_ours() =>
        Assert.Empty(AssemblyReferences.OurAssembliesNamedBy(typeof(Database).Assembly));

    // This assembly breaks all these rules on purpose: a wall that lets it through is painted on paper.
    [Fact]
    public void The_walls_were_seen_to_stop_somebody()
    {
        var intruder = typeof(ModuleWalls).Assembly;
        Assert.Contains("Amparo.Publication", Strangers(intruder));
        Assert.NotEmpty(OpenTypes(intruder));
        Assert.Contains("Amparo.Kernel.Database", DatabaseNames(intruder));
    }

    [Fact]
    public void The_contracts_hold_no_logic() =>
        Assert.Empty(Logic(typeof(IEditionPart).Assembly));

    [Fact]
    public void Logic_in_the_contracts_would_be_seen() => Assert.NotEmpty(Logic(typeof(PlacesModule).Assembly));

    private static IEnumerable<string> Strangers(Assembly module) =>
        AssemblyReferences.OurAssembliesNamedBy(module).Except(["Amparo.Kernel", "Amparo.Contracts"]);

    private static IEnumerable<Type> OpenTypes(Assembly module) =>
        module.GetExportedTypes().Where(t => !typeof(IModule).IsAssignableFrom(t) && t.Namespace?.StartsWith("Amparo.", StringComparison.Ordinal) == true);

    private static IEnumerable<string> DatabaseNames(Assembly side) =>
        AssemblyReferences.TypesNamedBy(side).Where(t => t is "Amparo.Kernel.Database" || t.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal));

    // Records and constants may stand there; a method that somebody wrote may not.
    private static IEnumerable<string> Logic(Assembly contracts) =>
        from type in contracts.GetTypes()
        where type.Namespace?.StartsWith("Amparo.", StringComparison.Ordinal) == true && !type.IsInterface
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && method.Name is not ("PrintMembers" or "ToString" or "GetHashCode" or "Equals" or "<Clone>$" or "Deconstruct")
        select $"{type.Name}.{method.Name}";
}
