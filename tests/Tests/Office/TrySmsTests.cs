using System.Net;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Tests.Conversation;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class TrySmsTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task The_thread_shows_what_would_be_sent_with_its_parts_and_is_kept_nowhere()
    {
        _platform.Services.GetRequiredService<CurrentEdition>().Replace(Telephone.Edition());
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Equal(0, (await desk.Page("/console/sms")).QuerySelectorAll(".thread li").Length);
        using var first = await desk.Post("/console/sms", null, ("Text", "ALBERGUE TAPACHULA"), ("Language", "es"));
        var page = await Desk.Read(first);
        Assert.Contains("Albergue Puente Seguro", page.QuerySelector(".thread .theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("GSM-7", page.QuerySelector(".thread .theirs .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ALBERGUE TAPACHULA", page.QuerySelector("input[name=Said]")!.GetAttribute("value"));
        Assert.Equal("", page.QuerySelector("#Text")!.GetAttribute("value") ?? "");

        using var second = await desk.Post("/console/sms", null, ("Said", "ALBERGUE TAPACHULA"), ("Text", "BAJA"), ("Language", "es"));
        var thread = (await Desk.Read(second)).QuerySelectorAll(".thread li");
        Assert.Equal(4, thread.Length);
        Assert.Contains("No se envía nada", thread[3].TextContent, StringComparison.Ordinal);
        Assert.False(File.Exists(SmsSimulator.FileOf(_platform.Data)));
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_and_what_is_too_long_is_said()
    {
        _platform.Services.GetRequiredService<CurrentEdition>().Replace(Telephone.Edition());
        using var desk = await _platform.As("administrator", Scope.Region);
        using var script = await desk.Post("/console/sms", null, ("Text", "<script>alert(1)</script>"), ("Language", "xx"), ("Country", "ZZ"));
        var html = await script.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        using var tooLong = await desk.Post("/console/sms", null, ("Text", new string('x', 1601)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
    }

    public void Dispose() => _platform.Dispose();
}
