using System.Reflection;

namespace Amparo.Tests;

/// <summary>
/// Real data that the project does not carry: the folder that AMPARO_TEST_DATA names, else <c>shared/data</c> beside the
/// repository. Where it is absent a test says that it was left out; under CI=true it fails.
/// </summary>
internal static class SharedData
{
    public static string Root { get; } = Path.GetFullPath(Environment.GetEnvironmentVariable("AMPARO_TEST_DATA") is { Length: > 0 } set ? set : Path.Combine(Repository, "../shared/data"));

    public static string Repository => Path.GetFullPath(typeof(SharedData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!);

    public static bool IsPresent => Directory.Exists(Root);

    public static string PathOf(string relative) => Path.Combine(Root, relative);
}

/// <summary>A fact over the shared data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = LeftOut.Why;
}

/// <summary>A theory over the shared data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = LeftOut.Why;
}

internal static class LeftOut
{
    // Under CI nothing is left out: the test then runs, finds no file, and fails.
    public static string? Why => SharedData.IsPresent || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : $"Left out: the shared data are not at {SharedData.Root} (set AMPARO_TEST_DATA).";
}
