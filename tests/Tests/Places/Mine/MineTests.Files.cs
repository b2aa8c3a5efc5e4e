using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Mine;
using Amparo.Places.Proposing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Mine;

/// <summary>The list of an organisation as a file.</summary>
public sealed partial class MineTests
{
    [Fact]
    public async Task A_network_sends_all_its_entries_in_one_file_and_only_rows_that_differ_wait()
    {
        var (same, other, theirs) = (await Given(_own, profile: new() { Phones = [new("+52 000 555 0101", "cell", null, "Recepción")] }), await Given(_own, "Comedor Alfa"), await Given(_other, "Albergue Beta"));
        using var partner = await Partner(_own);
        var sheet = await (await partner.Get("/console/mine/sheet")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("Beta", sheet, StringComparison.Ordinal);
        var sent = sheet.Replace("Comedor Alfa", "Comedor Alfa y Omega", StringComparison.Ordinal) + $"{theirs.Id},Albergue Robado,,,,\r\nnothing,Nada,,,,\r\n";
        var page = await Upload(partner, sent, restIsTrue: true);
        var change = Assert.Single(await Changes());
        Assert.Equal((other.Id, "Comedor Alfa y Omega"), (change.PlaceId, change.After.Name));
        Assert.Equal(_platform.Clock.Now, (await _platform.Stored(same.Id)).AssuredAt);
        Assert.Equal(other.AssuredAt, (await _platform.Stored(other.Id)).AssuredAt);
        Assert.Equal((theirs.Version, "Albergue Beta"), ((await _platform.Stored(theirs.Id)).Version, (await _platform.Stored(theirs.Id)).Name));
        Assert.DoesNotContain("Beta", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_the_whole_form_is_read_as_any_list_and_only_cells_that_changed_are_asked_for()
    {
        var hours = new OpeningHours { Regular = [new() { Freq = Frequency.Weekly, ByDay = "MO,TU", OpensAt = Clock("08:00"), ClosesAt = Clock("12:00") }] };
        var whole = new PlaceProfile
        {
            AlternateName = "La Puente", Description = "Cama\ny comida", Url = "https://casa.example", Email = "casa@casa.example", Phones = [new("+52 000 555 0101", "cell", null, "Recepción", ["mam"]), new("+52 000 555 0102", "whatsapp")], Hours = hours,
            Languages = ["spa", "mam"], Interpreters = ["hat"], Serves = [Populations.Women], Eligibility = "Con cita", AsksNoPapers = true, RequiredDocuments = ["Acta", "Foto"], Costs = [new("Foto", 2550, "GTQ")], Beds = 4, NightsAllowed = 3,
            LatestAdmission = new(21, 0), FamiliesTogether = false, SonsUntilAge = 12, Accessibility = ["wheelchair"], GettingThere = "Frente al parque", Services = [new(Guid.CreateVersion7(), "Comida", "food")],
        };
        var place = await Given(_own, profile: whole);
        using var partner = await Partner(_own);
        var sheet = await (await partner.Get("/console/mine/sheet")).Content.ReadAsStringAsync();
        foreach (var cell in new[] { "La Puente", "0102", "08:00", "spa; mam", "Con cita", "Acta; Foto", "25.50 GTQ", "21:00", "Frente al parque" }) Assert.Contains(cell, sheet, StringComparison.Ordinal);
        await Upload(partner, sheet, restIsTrue: false);
        Assert.Empty(await Changes());

        await Upload(partner, sheet.Replace("Con cita", "Sin cita", StringComparison.Ordinal).Replace(",4,3,", ",6,3,", StringComparison.Ordinal).Replace("spa; mam", "español; mam; quc", StringComparison.Ordinal), restIsTrue: false);
        var asked = Assert.Single(await Changes());
        Assert.Equal(("Sin cita", 6), (asked.After.Profile.Eligibility!, asked.After.Profile.Beds!.Value));
        Assert.Equal(["spa", "mam", "quc"], asked.After.Profile.Languages);
        Assert.Equal((asked.Before.Profile with { Eligibility = null, Beds = null, Languages = [] }).Hours, asked.After.Profile.Hours);
        Assert.Equal(("mam", "Recepción", "Comida"), (asked.After.Profile.Phones[0].Languages![0], asked.After.Profile.Phones[0].Description!, asked.After.Profile.Services[0].Name));

        // A workbook is read by the same readers; columns may stand in Spanish and in any order; a cell that cannot be read keeps its row out and says why.
        var page = await Upload(partner, Workbook(["camas", "id", "horario", "telefono"], ["7", place.Id.ToString(), "lunes a viernes 9:00-15:00", "52 000 555 0101; 55 5000 0303"]), "mis-lugares.xlsx");
        var newest = (await Changes())[^1];
        Assert.Equal((7, "09:00"), (newest.After.Profile.Beds!.Value, newest.After.Profile.Hours.Regular[0].OpensAt!.Value.ToString()));
        Assert.Contains(newest.After.Profile.Phones, p => p.Number == "+525550000303");
        Assert.Contains("+52 000 555 0102", newest.After.Profile.Phones.Select(p => p.Number));
        page = await Upload(partner, System.Text.Encoding.UTF8.GetBytes($"id,beds,email\n{place.Id},muchas,nadie\n"), "x.csv");
        Assert.Contains(Texts.From([typeof(Amparo.Places.PlacesModule).Assembly]).In("es")["places.import.reason.number_unreadable"], page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Changes()).Count);
    }

    private static ClockTime Clock(string time) => ClockTime.TryParse(time, out var read) ? read : throw new FormatException(time);

    private static byte[] Workbook(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var writer = XlsxWriter.Begin(file, rows[0], default).GetAwaiter().GetResult())
        {
            foreach (var row in rows.Skip(1)) writer.Row(row, default).GetAwaiter().GetResult();
            writer.End(default).GetAwaiter().GetResult();
        }
        return file.ToArray();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_changes_nothing_and_leaves_nothing_behind()
    {
        var place = await Given(_own);
        using var partner = await Partner(_own);
        foreach (var bad in new[] { "", "name,phones\r\nx,y\r\n", "id,name\r\n\"" + place.Id, "PK\u0003\u0004" + new string('x', 400), string.Concat(Enumerable.Repeat($"{place.Id},x\r\n", 2100)).Insert(0, "id,name\r\n") })
            Assert.NotNull((await Upload(partner, bad, restIsTrue: true)).QuerySelector(".note.stop"));
        Assert.Equal(place.Version, (await _platform.Stored(place.Id)).Version);
        Assert.Empty(Directory.GetFiles(Path.Combine(_platform.Data.Path, "uploads")));
    }

    private static Task<AngleSharp.Dom.IDocument> Upload(Access.Desk desk, string text, bool restIsTrue) => Upload(desk, System.Text.Encoding.UTF8.GetBytes(text), "mis-lugares.csv", restIsTrue);

    private static async Task<AngleSharp.Dom.IDocument> Upload(Access.Desk desk, byte[] file, string name, bool restIsTrue = false)
    {
        var form = await desk.Page("/console/mine/upload");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        if (restIsTrue) content.Add(new StringContent("true"), "RestIsTrue");
        content.Add(new ByteArrayContent(file), "File", name);
        using var answer = await desk.Client.PostAsync("/console/mine/upload", content);
        return await Access.Desk.Read(answer);
    }
}
