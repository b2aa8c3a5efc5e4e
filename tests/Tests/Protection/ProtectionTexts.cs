using Amparo.Protection;

namespace Amparo.Tests.Protection;

/// <summary>What a rule or a reason says must be a sentence in both languages of the console.</summary>
internal static class ProtectionTexts
{
    private static readonly Texts All = Texts.From([typeof(ProtectionModule).Assembly]);

    public static void Exist(params string[] keys) => Assert.All(keys, k => Assert.All(Languages.OfConsole, l => Assert.True(All.Find(l, k) is not null, $"Write {k} in {l}.json")));
}
