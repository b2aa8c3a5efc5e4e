using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>A row as it would come in.</summary>
internal sealed record PreviewRow(string Row, Draft Draft, bool IsOutside);

/// <summary>Says how the columns become our fields, shows the first rows so, and starts the import.</summary>
[Requires(PlacesPermissions.Import)]
internal sealed class MapModel(Database db, IGeography geography, Gazetteer gazetteer, Uploads uploads) : ImportPage(db, PlacesPermissions.Import)
{
    public const string Own = "own";
    private const int Previewed = 8, Sampled = 5;

    public override string TitleKey => "places.desk.imports.map.title";

    [BindProperty] public string? List { get; set; }
    [BindProperty] public string? Profile { get; set; }
    [BindProperty] public string? SaveAs { get; set; }
    [BindProperty] public string? Do { get; set; }

    public IReadOnlyList<SourceRecord> Rows { get; private set; } = [];
    public IReadOnlyList<string> Columns { get; private set; } = [];
    public Dictionary<string, string> Chosen { get; private set; } = [];
    public Dictionary<string, string> Defaults { get; } = [];
    public IReadOnlyList<SavedProfile> Saved { get; private set; } = [];
    public IReadOnlyList<PreviewRow> Preview { get; private set; } = [];
    public string? Json { get; private set; }
    public string? Refusal { get; private set; }

    public string Format => Mapping.FormatOf(Job.Kind);
    public bool HasColumns => Format != Formats.Hsds;

    public IEnumerable<string> Shipped => ListProfile.Shipped.Where(p => ListProfile.Load(p).Format == Format);

    public IReadOnlyList<string> Countries => Job.Country is { } one ? [one] : Who.ReachFor(PlacesPermissions.Import) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.Import);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        if (!Job.CanStart || !uploads.Has(Job.StoredAs!)) return Redirect(Path);
        if (!await Look(stop)) return Refused();
        List = Job.List ?? System.IO.Path.GetFileNameWithoutExtension(Job.FileName);
        Chosen = Mapping.Guess(Job.Kind, Columns);
        Profile = Guessed();
        if (Countries is [var only] && !Chosen.ContainsKey("country")) Defaults["country"] = only;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        RuleBroken.Unless(Job.CanStart && uploads.Has(Job.StoredAs!), "places.imports.cannot_start");
        if (!await Look(stop)) return Refused();
        Read(Request.Form);
        if (List is not { Length: > 0 and <= 200 }) Wrong["List"] = "places.imports.wrong_list";
        if (Wrong.Count > 0) return Refused();
        try
        {
            Json = await AsJson(stop);
            var profile = ListProfile.Parse(Json, List!);
            Try(profile, stop);
            switch (Do)
            {
                case "save": return await Save(Json, stop);
                case "start": return await Start(Json, stop);
                default: return Page();
            }
        }
        catch (ImportRefused refused)
        {
            Say(refused);
            return Refused();
        }
    }

    public string? Sample(string column) => Rows.Select(r => r[column]).FirstOrDefault(v => v is not null) is { } value ? value.Length > 60 ? value[..59] + "…" : value : null;

    private async Task<bool> Look(CancellationToken stop)
    {
        Saved = [.. (await Db.ProfilesFor(Who, PlacesPermissions.Import).AsNoTracking().OrderBy(p => p.Name).Take(200).ToListAsync(stop)).Where(p => Mapping.FormatIn(p.Json) == Format)];
        try
        {
            Rows = ListFile.Sample(uploads.PathOf(Job.StoredAs!), Job.Kind, Sampled, stop);
            Columns = [.. Rows.SelectMany(r => r.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
            return true;
        }
        catch (ImportRefused refused)
        {
            Say(refused);
            return false;
        }
    }

    private string Guessed()
    {
        try
        {
            var name = ListFile.GuessFor(uploads.PathOf(Job.StoredAs!), Job.Kind).Name;
            return HasColumns && (name is "plain" or "geojson" or "kml" || !Shipped.Contains(name)) ? Own : name;
        }
        catch (ImportRefused)
        {
            return Own;
        }
    }

    private void Read(IFormCollection form)
    {
        List = List?.Trim();
        foreach (var field in PlainFields.All)
            if (form[Mapping.Column + field].ToString() is { Length: > 0 } column && Columns.Contains(column)) Chosen[field] = column;
        if (form[Mapping.Default + "country"].ToString() is { Length: > 0 } country && Countries.Contains(country)) Defaults["country"] = country;
        if (form[Mapping.Default + "kind"].ToString() is { Length: > 0 } kind && PlaceKinds.All.Contains(kind)) Defaults["kind"] = kind;
    }

    private async Task<string> AsJson(CancellationToken stop)
    {
        if (Guid.TryParse(Profile, out var id) && await Db.ProfilesFor(Who, PlacesPermissions.Import).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is { } saved) return Mapping.With(saved.Json, List!, Defaults);
        if (Profile is not null && Shipped.Contains(Profile)) return Mapping.With(Mapping.Shipped(Profile), List!, Defaults);
        if (!HasColumns) throw new ImportRefused("no_profile", ("profile", Profile ?? ""), ("profiles", string.Join(", ", Shipped)));
        if (!Chosen.ContainsKey("name")) throw new ImportRefused("choose_name");
        return Mapping.With(Mapping.Profile(SaveAs is { Length: > 0 } ? SaveAs : List!, List!, Job.Kind, Chosen), List!, Defaults);
    }

    private void Try(ListProfile profile, CancellationToken stop)
    {
        try
        {
            var list = ListFile.Open(new(uploads.PathOf(Job.StoredAs!)) { List = List }, gazetteer, profile);
            var checker = new Checker(geography);
            var bounds = new ImportBounds(Who.ReachFor(PlacesPermissions.Import), Job.Country, Guid.Empty, Job.FileName, profile, false);
            list.Source.ReadThrough(_ => { }, stop);
            var drafts = list.Source.Drafts(stop).Take(Previewed).ToList();
            foreach (var draft in drafts) checker.Check(draft);
            Preview = [.. drafts.Select(d => new PreviewRow(d.Row, d, d.Country.Length > 0 && !bounds.Hold(d.Country)))];
        }
        catch (BrokenFile broken)
        {
            throw new ImportRefused(broken.Key, ("row", broken.At), ("file", Job.FileName));
        }
    }

    private async Task<IActionResult> Start(string json, CancellationToken stop)
    {
        Job.Queue(List!, json, Who.Id!.Value);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=import_started");
    }

    private async Task<IActionResult> Save(string json, CancellationToken stop)
    {
        var name = SaveAs?.Trim();
        if (name is not { Length: > 0 and <= SavedProfileTable.LongestName }) Wrong["SaveAs"] = "places.imports.wrong_name";
        if (json.Length > SavedProfileTable.LongestJson) Wrong["SaveAs"] = "places.imports.profile_too_long";
        if (Wrong.Count > 0) return Refused();
        // A profile belongs to the country of its list; only who reaches the whole region keeps one for all.
        var same = await Db.ProfilesFor(Who, PlacesPermissions.Import).SingleOrDefaultAsync(p => p.Country == Job.Country && p.Name == name, stop);
        if (same is null) Db.Add(same = new() { Country = Job.Country, Name = name!, Json = json, By = Who.Id!.Value, At = Now });
        else (same.Json, same.By, same.At) = (json, Who.Id!.Value, Now);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/map?done=import_profile_saved");
    }

    private void Say(ImportRefused refused) =>
        Refusal = W.Say($"places.import.refused.{refused.Key}", [.. refused.Values.Select(v => (v.Name, (object?)(v.Name is "file" or "folder" ? Job.FileName : v.Value)))]);
}
