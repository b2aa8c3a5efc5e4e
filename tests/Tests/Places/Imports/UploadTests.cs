using System.IO.Compression;
using System.Net;
using System.Text;
using Amparo.Places.Importing;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Imports;

[Trait("Needs", "Database")]
public sealed class UploadTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_file_is_known_by_its_content_lies_under_a_name_of_ours_for_our_own_eyes_and_is_erased_after_a_day()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await desk.Bring(ImportDesk.Two, name: "../../etc/passwd\u202Exslx.exe");
        var job = await _platform.Job(import);
        Assert.Equal((FileKind.Csv, "passwdxslx.exe", JobStates.Uploaded), (job.Kind, job.FileName, job.State));
        var file = Assert.Single(_platform.Files());
        Assert.Equal(job.StoredAs, Path.GetFileName(file));
        Assert.Matches("^[0-9a-f]{40}$", job.StoredAs!);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        }

        _platform.Clock.Now += TimeSpan.FromHours(23);
        await Sweep();
        Assert.Single(_platform.Files());
        _platform.Clock.Now += TimeSpan.FromHours(2);
        await Sweep();
        Assert.Empty(_platform.Files());
        Assert.Equal(JobStates.Expired, (await _platform.Job(import)).State);
    }

    [Fact]
    public async Task The_same_file_again_with_the_key_of_its_form_is_answered_once_and_another_of_the_same_name_and_length_is_not_taken_for_it()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var page = await desk.Page(ImportDesk.Path);
        var fields = page.QuerySelectorAll("main form[enctype] input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        Assert.Contains("once", fields.Keys);
        async Task<HttpResponseMessage> Send(string text)
        {
            using var form = new MultipartFormDataContent { { new StringContent("GT"), "Country" } };
            foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "File", "lista.csv");
            return await desk.Client.PostAsync(ImportDesk.Path, form);
        }
        using (var first = await Send(ImportDesk.Two))
        using (var again = await Send(ImportDesk.Two))
            Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Single(await _platform.Read(db => db.Set<ImportJob>().ToListAsync()));
        using var other = await Send(ImportDesk.Two.Replace("Almuerzo", "Desayuno", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_in_words_and_leaves_no_file()
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        foreach (var (name, content) in new (string, byte[])[]
        {
            ("program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 2, 0, 0, 0, 3]), ("old excel", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4]), ("script", Encoding.UTF8.GetBytes("export default [{ name: 'x' }];")),
            ("other zip", Zip(("word/document.xml", "<w/>"))), ("dtd", Encoding.UTF8.GetBytes("<!DOCTYPE kml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><kml>&a;</kml>")),
            ("deep json", Encoding.UTF8.GetBytes(new string('[', 100) + new string(']', 100))), ("empty", []), ("no package", Zip(("readme.csv", "a\n1\n"))),
        })
        {
            using var answer = await desk.Upload(content, "", "lista.csv");
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                // Whatever looks like a list at first is refused when it is read, on the next page.
                using var next = await desk.Get(answer.Headers.Location!.ToString());
                Assert.True(next.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name}: {next.StatusCode}");
                continue;
            }
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name}: {answer.StatusCode}");
            var page = (await Access.Desk.Read(answer)).QuerySelector("[role=alert]")!.TextContent;
            Assert.DoesNotContain(_platform.Data.Path, page, StringComparison.Ordinal);
        }
        Assert.All(_platform.Files(), f => Assert.Contains(Path.GetFileName(f), _platform.Read(db => db.Set<ImportJob>().Select(j => j.StoredAs).ToListAsync()).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_unpacks_too_large_is_refused()
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (var large = await desk.Upload(new byte[ImportBounds.MostBytes + 1], "")) Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
        // A table of zeros packs to a thousandth: what would unpack too large is not unpacked.
        using (var bomb = await desk.Upload(Zip(("services.csv", new string('0', 8 << 20))), "")) Assert.Equal(HttpStatusCode.UnprocessableEntity, bomb.StatusCode);
        Assert.Empty(_platform.Files());
        Assert.Equal(0, await _platform.Read(db => db.Set<ImportJob>().CountAsync()));
    }

    [Fact]
    public async Task A_package_of_tables_is_unpacked_by_last_names_only()
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var package = Zip(("../../evil/services.csv", "id,organization_id,name\n1,1,Comedor\n"), ("organizations.csv", "id,name,description\n1,Red,x\n"), ("run.sh", "rm -rf /"));
        using var answer = await desk.Upload(package, "", "paquete.zip");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var folder = Assert.Single(_platform.Files());
        Assert.Equal(["organizations.csv", "services.csv"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Nobody_brings_a_list_for_a_country_that_is_not_theirs()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        foreach (var country in new[] { "HN", "", "XX" })
        {
            using var answer = await desk.Upload(Encoding.UTF8.GetBytes(ImportDesk.Two), country);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.Empty(_platform.Files());
        using var editor = await _platform.As("editor", Scope.Region);
        await editor.Page(ImportDesk.Path, 403);
    }

    private Task Sweep() => _platform.Services.GetRequiredService<ImportWorker>().Sweep(default);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                writer.Write(text);
            }
        return bytes.ToArray();
    }

    public void Dispose() => _platform.Dispose();
}
