namespace Amparo.Tests.Public;

/// <summary>What differs from country to country and nobody has verified is never promised: somebody acts on it once.</summary>
public sealed class PromiseTests(Readers readers) : IClassFixture<Readers>
{
    private static readonly string[] Free = ["gratis", "free of charge", "is free", "gratuit", "grátis", "de graça"];
    private static readonly string[] NeverSentBack =
        ["no pueden devolver", "no te pueden", "may not send", "cannot send", "ne peut pas vous renvoyer", "ne peut pas t’envoyer", "não podem", "pa gen dwa", "te cuidan de día", "look after you day", "de toi jour et nuit", "de você dia e noite", "swen w lajounen"];

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task No_page_promises_that_an_emergency_call_costs_nothing(string language)
    {
        foreach (var path in new[] { "danger", "danger?country=GT", "emergency" })
        {
            var said = await Main(language, path);
            Assert.DoesNotContain(Free, p => said.Contains(p, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Contains(Readers.Text(language, "public.emergency.cost"), await Main(language, "emergency"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task No_page_promises_what_an_authority_will_do(string language)
    {
        foreach (var path in new[] { "danger", "child", "child?country=MX", "centres?kind=migration_authority", "centres/oficina-de-migracion-tapachula", "centres/proteccion-de-la-ninez-tapachula", "" })
        {
            var said = await Main(language, path);
            Assert.DoesNotContain(NeverSentBack, p => said.Contains(p, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<string> Main(string language, string path)
    {
        var page = await readers.Page($"/{language}/{path}");
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }
}
