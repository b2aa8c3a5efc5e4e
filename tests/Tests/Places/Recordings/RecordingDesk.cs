using System.Net.Http.Headers;
using Amparo.Places.Recordings;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Recordings;

/// <summary>What editors and stewards do with recordings, as a browser without script would.</summary>
internal static class RecordingDesk
{
    public const string Path = "/console/places/recordings";

    public static readonly (string Name, string Value)[] Said = [("Form.Language", "mam"), ("Form.Speaker", "Doña Inventada"), ("Form.Consents", "true"), ("Form.Years", "2"), ("Form.SaysDemonstration", "true"), ("Form.SaysNoPlace", "true")];

    /// <param name="but">Fields that are sent otherwise than in <see cref="Said"/>; empty: not at all.</param>
    public static async Task<HttpResponseMessage> Record(this Access.Desk desk, string path, byte[]? sound = null, params (string Name, string Value)[] but)
    {
        var page = await desk.Page(path);
        var hidden = page.QuerySelectorAll("main form[method=post] input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? "")).Where(f => f.Name != "__RequestVerificationToken").ToList();
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await desk.Send(path, token, [.. hidden, .. Said.Where(f => !but.Any(b => b.Name == f.Name)), .. but.Where(b => b.Value.Length > 0)], sound ?? SomeSound.Mp3(3));
    }

    public static async Task<HttpResponseMessage> Send(this Access.Desk desk, string path, string token, IEnumerable<(string Name, string Value)> fields, byte[] sound)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(sound);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/mpeg");
        form.Add(file, "Form.Sound", "voz.mp3");
        return await desk.Client.PostAsync(path, form);
    }

    public static Task<List<Recording>> Recordings(this Platform platform) => platform.Read(db => db.Set<Recording>().AsNoTracking().OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync());

    public static Task<HttpResponseMessage> Check(this Access.Desk desk, Guid recording, string decision = "yes", bool says = true) =>
        desk.Do($"{Path}/{recording}/check", [("Decision", decision), .. says ? new[] { ("SaysDemonstration", "true"), ("SaysNoPlace", "true") } : []]);
}
