using System.Net.Http.Headers;
using System.Text;
using Amparo.Places.Importing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Imports;

/// <summary>What a steward does at the import desk, as a browser without script would.</summary>
internal static class ImportDesk
{
    public const string Path = "/console/places/imports";
    public const string Header = "id,name,kind,country,phone,description\n";
    public const string Two = Header + "1,Comedor Belén,food,GT,2233-4455,Almuerzo\n2,Comedor Emaús,food,GT,2233-4466,Cena\n";

    public static async Task<HttpResponseMessage> Upload(this Access.Desk desk, byte[] content, string country = "GT", string name = "lista.csv")
    {
        var page = await desk.Page(Path);
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(country), "Country" } };
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "File", name);
        return await desk.Client.PostAsync(Path, form);
    }

    /// <returns>The identifier of the import.</returns>
    public static async Task<Guid> Bring(this Access.Desk desk, string csv, string country = "GT", string name = "lista.csv")
    {
        using var answer = await desk.Upload(Encoding.UTF8.GetBytes(csv), country, name);
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await Access.Desk.Read(answer)).QuerySelector("[role=alert]")?.TextContent}");
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
    }

    public static async Task<HttpResponseMessage> Map(this Access.Desk desk, Guid import, string @do, string list = "lista", params (string, string)[] more) =>
        await desk.Do($"{Path}/{import}/map", [("List", list), ("Profile", "plain"), ("Do", @do), .. more]);

    /// <summary>Brings a list, starts it and waits for its end.</summary>
    public static async Task<Guid> Import(this Platform platform, Access.Desk desk, string csv, string country = "GT", string list = "lista")
    {
        var import = await desk.Bring(csv, country);
        using (var started = await desk.Map(import, "start", list)) Assert.EndsWith("done=import_started", started.Headers.Location?.ToString(), StringComparison.Ordinal);
        await platform.Work(import);
        return import;
    }

    /// <summary>The server works by itself as well, every two seconds: whoever comes second waits for the first.</summary>
    public static async Task<ImportJob> Work(this Platform platform, Guid import)
    {
        await platform.Services.GetRequiredService<ImportWorker>().LookOnce(default);
        return await platform.Job(import);
    }

    public static Task<ImportJob> Job(this Platform platform, Guid import) => platform.Read(db => db.Set<ImportJob>().AsNoTracking().SingleAsync(j => j.Id == import));

    public static Task<List<ImportChange>> Changes(this Platform platform) => platform.Read(db => db.Set<ImportChange>().AsNoTracking().OrderBy(c => c.Number).ToListAsync());

    public static string[] Files(this Platform platform) => System.IO.Path.Combine(platform.Data.Path, "uploads") is var folder && Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
}
