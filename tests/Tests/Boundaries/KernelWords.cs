using System.Reflection;
using System.Text.RegularExpressions;

namespace Amparo.Tests.Boundaries;

public sealed partial class KernelWords
{
    [Fact]
    public void The_kernel_has_no_word_of_the_domain() => Assert.Empty(DomainWords(typeof(Database).Assembly));

    [Fact]
    public void A_word_of_the_domain_would_be_seen() => Assert.NotEmpty(DomainWords(typeof(Amparo.Places.PlacesModule).Assembly));

    private static IEnumerable<string> DomainWords(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.Namespace?.StartsWith("Amparo.", StringComparison.Ordinal) == true
        from name in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => m.Name).Append(type.Name)
        where Domain().IsMatch(name)
        select $"{type.Name}.{name}";

    [GeneratedRegex("shelter|refuge|referral|migrant|consul|asylum|casefile|survivor|hotline|course|learner|disclosure", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();
}
