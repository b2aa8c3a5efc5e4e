using System.Net;
using Amparo.Contracts.Places;
using Amparo.Tests.Access;
using Amparo.Tests.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class FindTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task One_box_finds_what_one_may_see_and_nothing_else()
    {
        await _platform.Given(Some.Place("Casa Puente", country: "GT"), Some.Place("El Puente viejo", country: "GT"), Some.Place("Puente Lejano", country: "HN"), Some.Place("Puente Callado", country: "GT", disclosure: Disclosures.Officers));
        using var steward = await _platform.As("country_steward", Scope.Country("GT"));
        var said = await Ask(steward, "PUENTE");
        Assert.Contains("Casa Puente", said, StringComparison.Ordinal);
        Assert.Contains("El Puente viejo", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Puente Lejano", said, StringComparison.Ordinal);
        // Of a place that only officers know its country tells it apart, its town would find it.
        Assert.Contains("Puente Callado · GT", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Persona Inventada", await Ask(steward, "Persona"), StringComparison.Ordinal);

        using var administrator = await _platform.As("administrator", Scope.Region);
        Assert.Contains("Persona Inventada", await Ask(administrator, "Inventada"), StringComparison.Ordinal);
        Assert.DoesNotContain("Casa Puente", await Ask(administrator, "Puente"), StringComparison.Ordinal);
        Assert.NotNull(await Found(administrator, "cuent", "/console/accounts"));
    }

    [Fact]
    public async Task What_was_typed_stands_in_no_address_and_too_little_or_too_much_is_said()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Equal("post", (await desk.Page("/console")).QuerySelector("form[role=search]")!.GetAttribute("method"));
        foreach (var text in new[] { "", "a", new string('x', 101) })
            using (var refused = await desk.Post("/console/find", null, ("Text", text))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("No hay nada", await Ask(desk, "zzzzzz%_'"), StringComparison.Ordinal);
    }

    private static async Task<IElement?> Found(Desk desk, string text, string path)
    {
        using var answer = await desk.Post("/console/find", null, ("Text", text));
        return (await Desk.Read(answer)).QuerySelector($"main a[href='{path}']");
    }

    private static async Task<string> Ask(Desk desk, string text)
    {
        using var answer = await desk.Post("/console/find", null, ("Text", text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Desk.Read(answer)).QuerySelector("main")!.TextContent;
    }

    public void Dispose() => _platform.Dispose();
}
