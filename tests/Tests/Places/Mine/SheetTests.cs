using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Mine;

/// <summary>The file of an organisation on its way out, through a spreadsheet, and back.</summary>
[Trait("Needs", "Database")]
public sealed class SheetTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Organization _own = new() { Name = "Red Alfa" };
    private static readonly PlaceService Meal = new(Guid.CreateVersion7(), "Comida; y cena", "food", "Plato y agua", Fees: "Gratis", MinimumAge: 3, Hours: Week("MO", "08:00", "10:00"), Terms: [new("t-1", "Food")]);
    private static readonly PlaceService Bed = new(Guid.CreateVersion7(), "Cama", PlaceKinds.Shelter, Hours: OpeningHours.DayAndNight), Other = new(Guid.CreateVersion7(), "Cama", PlaceKinds.Shelter, "Para familias");

    // What a cell cannot show of a value, what would part it, and what an import would take out of it, are all in here.
    private static readonly PlaceProfile Whole = new()
    {
        AlternateName = "La Puente", Description = "Cama\ny comida, «siempre»", Url = "https://casa.example", Email = "casa@casa.example",
        Phones = [new("+52 000 555 0101", "cell", "12", "Recepción", ["mam"]), new("+52 000 555 0102", "whatsapp"), new("+52 000 555 0103", "hotline", null, "De noche")],
        Services = [Meal, Bed, Other], Hours = Week("MO,TU", "08:00", "12:00") with { OnHolidays = HolidayHours.Closed }, Languages = ["spa", "mam"], Interpreters = ["hat"],
        Serves = [Populations.Women, Populations.Families], Eligibility = "Con cita", AsksNoPapers = true, RequiredDocuments = ["Acta; o copia", "Foto | reciente", "Llame al 55 5123 4567"],
        Costs = [new("Foto", 2550, "GTQ"), new("Donativo; si puede")], Beds = 4, NightsAllowed = 3, LatestAdmission = new(21, 0), FamiliesTogether = false, SonsUntilAge = 12,
        Accessibility = ["wheelchair", "Baño; ancho"], GettingThere = "-5 minutos del parque", Attributes = [new("licencia", "77-B")],
    };

    [Theory, InlineData("csv"), InlineData("xlsx")]
    public async Task A_file_that_was_taken_out_and_brought_back_asks_for_what_was_changed_in_it_and_for_nothing_else(string ending)
    {
        var place = await Given(Whole);
        using var partner = await _platform.Of(_own.Id, "partner", Scope.Organisation(_own.Id));
        var file = await Out(partner, ending);
        Assert.Equal("Comida, y cena; Cama; Cama", file["services"]);
        await Back(partner, file, ending);
        Assert.Empty(await Changes());

        foreach (var (column, typed, field, holds) in new (string, Func<string, string>, string, Func<PlaceProfile, bool>)[]
        {
            ("services", s => s + "; Asesoría legal", "services", p => Are(p.Services.Take(3), Whole.Services) && p.Services[3] is { Name: "Asesoría legal", Kind: "legal", Hours: null }),
            ("services", s => s.Replace("; Cama; Cama", "; Cama", StringComparison.Ordinal), "services", p => Are(p.Services, [Meal, Bed])),
            ("services", s => s.Replace("Comida, y cena", "Comida caliente", StringComparison.Ordinal), "services", p => Are(p.Services, [Meal with { Name = "Comida caliente" }, Bed, Other])),
            ("services", s => s.Replace("Comida, y cena", "Consultas con un abogado", StringComparison.Ordinal), "services", p => p.Services[0] is { Kind: "legal", Hours: null, MinimumAge: null } other && other.Id != Meal.Id),
            ("required_documents", s => s + "; CURP", "requiredDocuments", p => p.RequiredDocuments.SequenceEqual([.. Whole.RequiredDocuments, "CURP"])),
            ("fees", s => "Copia | 5.00 GTQ; " + s, "costs", p => p.Costs.SequenceEqual([new("Copia", 500, "GTQ"), .. Whole.Costs])),
            ("accessibility", s => s.Replace("wheelchair; ", "", StringComparison.Ordinal), "accessibility", p => p.Accessibility.SequenceEqual(["Baño; ancho"])),
            ("hours", s => s.Replace("lunes 08:00–12:00", "lunes 09:00–12:00", StringComparison.Ordinal), "hours", p => p.Hours.OnHolidays == HolidayHours.Closed && p.Hours.Regular.Any(r => r.ByDay == "MO" && r.OpensAt!.Value.ToString() == "09:00") && p.Hours.Regular.Any(r => r.ByDay == "TU" && r.OpensAt!.Value.ToString() == "08:00")),
            ("phone", s => s + "; 55 5000 0303", "phones", p => p.Phones.Count == 4 && p.Phones.Single(x => x.Number == "+52 000 555 0101") is { Extension: "12", Description: "Recepción" }),
            ("languages", s => s + "; quc", "languages", p => p.Languages.SequenceEqual(["spa", "mam", "quc"])),
            ("beds", _ => "9", "beds", p => p.Beds == 9),
            ("getting_there", s => s.Replace("5 minutos", "10 minutos", StringComparison.Ordinal), "gettingThere", p => p.GettingThere == "-10 minutos del parque"),
        })
        {
            _platform.Clock.Now += TimeSpan.FromMinutes(1);
            await Back(partner, new(file) { [column] = typed(file[column]) }, ending);
            var asked = (await Changes())[^1];
            Assert.Equal([field], Differing(asked.Before.Profile, asked.After.Profile));
            Assert.True(holds(asked.After.Profile), $"{column}: {JsonSerializer.Serialize(asked.After.Profile, CompactJson.Options)}");
            Assert.Equal((place.Name, place.Kind, asked.Before.Where), (asked.After.Name, asked.After.Kind, asked.After.Where));
        }
        // What takes a whole column away takes nothing from the entry.
        var before = (await Changes()).Count;
        await Back(partner, file.Where(c => c.Key is "id" or "name").ToDictionary(), ending);
        Assert.Equal(before, (await Changes()).Count);
    }

    [Fact]
    public async Task What_cannot_be_read_among_several_values_keeps_the_row_out()
    {
        await Given(Whole);
        using var partner = await _platform.Of(_own.Id, "partner", Scope.Organisation(_own.Id));
        var file = await Out(partner, "csv");
        foreach (var (column, typed) in new[] { ("fees", "Foto | mucho dinero"), ("services", string.Join("; ", Enumerable.Range(0, 60).Select(i => $"Servicio {i}"))) })
        {
            var page = await Back(partner, new(file) { [column] = typed }, "csv");
            Assert.Contains(Es("places.import.reason.value_unknown"), page, StringComparison.Ordinal);
            Assert.Empty(await Changes());
        }
    }

    [Fact]
    public async Task A_ministry_corrects_its_consulates_and_of_other_places_those_columns_are_not_looked_at()
    {
        var consulate = await Given(new() { Nationals = ["HN"], Jurisdiction = "Chiapas", Services = [Bed] }, PlaceKinds.Consular);
        using var partner = await _platform.Of(_own.Id, "partner", Scope.Organisation(_own.Id));
        var file = await Out(partner, "csv");
        Assert.Equal(("HN", "Chiapas", "No"), (file["nationals"], file["jurisdiction"], file["honorary"]));
        await Back(partner, new(file) { ["nationals"] = "Honduras; El Salvador", ["jurisdiction"] = "Chiapas, Tabasco", ["honorary"] = "sí" }, "csv");
        var asked = Assert.Single(await Changes());
        Assert.Equal(["honorary", "jurisdiction", "nationals"], Differing(asked.Before.Profile, asked.After.Profile).Select(f => f == "isHonorary" ? "honorary" : f).Order());
        Assert.Equal(["HN", "SV"], asked.After.Profile.Nationals);
        Assert.Equal(consulate.Id, asked.PlaceId);

        await _platform.In(async (db, _) => { (await db.Set<Place>().SingleAsync()).BecomeKind(PlaceKinds.Legal); return await db.SaveChangesAsync(); });
        Assert.Equal(("", ""), ((await Out(partner, "csv"))["nationals"], (await Out(partner, "csv"))["jurisdiction"]));
        await Back(partner, new(file) { ["nationals"] = "GT" }, "csv");
        Assert.Single(await Changes());
    }

    private async Task<Place> Given(PlaceProfile profile, string kind = PlaceKinds.Shelter)
    {
        var place = Some.Place(kind: kind, profile: profile);
        place.OrganizationId = _own.Id;
        await _platform.Given(_own, place);
        return place;
    }

    private Task<List<ProposedChange>> Changes() => _platform.Read(db => db.Set<ProposedChange>().AsNoTracking().OrderBy(c => c.At).ToListAsync());

    private static async Task<Dictionary<string, string>> Out(Access.Desk desk, string ending)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, await desk.Client.GetByteArrayAsync($"/console/mine/sheet?as={ending}"));
            return new(Assert.Single(ListFile.Sample(path, ending == "csv" ? FileKind.Csv : FileKind.Xlsx, 10, default)).Fields.ToDictionary(f => f.Key, f => f.Value is ['\'', ..] ? f.Value[1..] : f.Value));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> Back(Access.Desk desk, Dictionary<string, string> row, string ending)
    {
        using var file = new MemoryStream();
        if (ending == "csv") file.Write(Encoding.UTF8.GetBytes(Kernel.CsvRow.Of(row.Keys) + Kernel.CsvRow.Of(row.Values)));
        else
            using (var writer = await XlsxWriter.Begin(file, [.. row.Keys], default))
            {
                await writer.Row(row.Values, default);
                await writer.End(default);
            }
        var form = await desk.Page("/console/mine/upload");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        content.Add(new ByteArrayContent(file.ToArray()), "File", "mis-lugares." + ending);
        using var answer = await desk.Client.PostAsync("/console/mine/upload", content);
        Assert.Equal(200, (int)answer.StatusCode);
        return (await Access.Desk.Read(answer)).QuerySelector("main")!.TextContent;
    }

    private static IEnumerable<string> Differing(PlaceProfile before, PlaceProfile after)
    {
        var (one, other) = (JsonSerializer.SerializeToNode(before, CompactJson.Options)!.AsObject(), JsonSerializer.SerializeToNode(after, CompactJson.Options)!.AsObject());
        return one.Select(f => f.Key).Union(other.Select(f => f.Key)).Where(f => !JsonNode.DeepEquals(one[f], other[f])).ToList();
    }

    // To the letter, with everything that no cell shows.
    private static bool Are(IEnumerable<PlaceService> services, IReadOnlyList<PlaceService> expected) => JsonSerializer.Serialize(services, CompactJson.Options) == JsonSerializer.Serialize(expected, CompactJson.Options);

    private static OpeningHours Week(string days, string opens, string closes) =>
        new() { Regular = [new() { Freq = Frequency.Weekly, ByDay = days, OpensAt = Clock(opens), ClosesAt = Clock(closes) }] };

    private static ClockTime Clock(string time) => ClockTime.TryParse(time, out var read) ? read : throw new FormatException(time);

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
