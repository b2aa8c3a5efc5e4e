using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Amparo.Tests.Boundaries;

/// <summary>What an assembly names, read from its metadata: also what only stands inside a method.</summary>
internal static class AssemblyReferences
{
    public static IReadOnlyList<string> TypesNamedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")];
    }

    public static IReadOnlyList<string> OurAssembliesNamedBy(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Amparo.", StringComparison.Ordinal))];
}
