using System.IO.Compression;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Public.Hsds;

namespace Amparo.Public.Feeds;

/// <summary>The whole edition as an HSDS tabular data package: one walk over the entries, each table into a file of its own, then one archive.</summary>
internal static class Package
{
    private const string Note =
        "The published directory as one Open Referral HSDS 3.0 package. Cells are given exactly as they are in the directory. "
        + "A spreadsheet may take a cell that begins with = + - or @ for a formula: import every column as text.";

    public static async Task Write(Catalogue catalogue, Moment moment, Words words, Stream to, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        try
        {
            await WriteTables(catalogue, moment, words, folder, stop);
            await Pack(catalogue, to, folder, stop);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteTables(Catalogue catalogue, Moment moment, Words words, string folder, CancellationToken stop)
    {
        var tables = Tables.All.ToDictionary(t => t.Name, t => new CsvTable(t, File.Create(Path.Combine(folder, t.File))));
        try
        {
            var rows = new PackageRows(catalogue, moment, words, tables);
            rows.WriteServices(stop);
            rows.WritePlaces(stop);
            rows.WriteTerms();
        }
        finally
        {
            foreach (var table in tables.Values) await table.DisposeAsync();
        }
    }

    private static async Task Pack(Catalogue catalogue, Stream to, string folder, CancellationToken stop)
    {
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var made = catalogue.Edition.Info.MadeAt;
        await using (var described = Entry(archive, "datapackage.json", made))
        await using (var json = new Utf8JsonWriter(described, new JsonWriterOptions { Indented = true }))
            Describe(json, made, catalogue.Edition.Info.IsDemonstration);
        foreach (var table in Tables.All)
        {
            await using var entry = Entry(archive, table.File, made);
            await using var file = File.OpenRead(Path.Combine(folder, table.File));
            await file.CopyToAsync(entry, stop);
        }
    }

    private static Stream Entry(ZipArchive archive, string name, DateTimeOffset made)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        // An archive cannot say years before 1980; the same edition gives the same bytes.
        if (made.Year is >= 1980 and < 2107) entry.LastWriteTime = made;
        return entry.Open();
    }

    private static void Describe(Utf8JsonWriter json, DateTimeOffset made, bool isDemonstration)
    {
        json.WriteStartObject();
        json.WriteString("name", "amparo");
        json.WriteString("title", isDemonstration ? "Amparo, demonstration: nothing in it exists" : "Amparo");
        json.WriteString("description", Note);
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("version", "3.0.0");
        json.WriteString("created", FieldsOf.Stamp(made));
        json.WriteStartArray("resources");
        foreach (var table in Tables.All) table.Describe(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
