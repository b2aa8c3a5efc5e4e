// How long a question takes and how much the index keeps, by the number of entries; no server, no page.
//   dotnet Amparo.Bench.dll GEODATA_FOLDER [COUNT ...]
//   dotnet Amparo.Bench.dll GEODATA_FOLDER --pocket FOLDER     writes what bench/pocket.mjs measures
// One line each: entries, microseconds a question, bytes of the index, bytes an entry; parted by tabs.
using System.Diagnostics;
using System.Globalization;
using Amparo.Bench;
using Amparo.Publication;

const int Asked = 4_000, Rounds = 5;
var gazetteer = Gazetteer.Load(args[0]);
if (args is [_, "--pocket", var folder])
{
    Directory.CreateDirectory(folder);
    File.WriteAllBytes(Path.Combine(folder, "pocket.index"), new PocketIndex(gazetteer).Write([.. ManyPlaces.Of(gazetteer, 1_600)], [.. gazetteer.All.Select(p => p.Country).Distinct()]));
    File.WriteAllBytes(Path.Combine(folder, "words.json"), PocketVocabulary.Json(gazetteer).ToArray());
    return;
}
int[] counts = args.Length > 1 ? [.. args.Skip(1).Select(int.Parse)] : [1_600, 100_000, 1_000_000];
var shown = ManyPlaces.Of(gazetteer, 1).Single();
// The vocabulary is loaded once and is no part of an index.
SearchIndex.Build([shown], _ => shown, gazetteer).Search(Questions.Of(gazetteer, 1)[0]);
foreach (var count in counts)
{
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var index = SearchIndex.Build(ManyPlaces.Of(gazetteer, count), _ => shown, gazetteer);
    var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
    var questions = Questions.Of(gazetteer, Asked);
    var micros = new List<double>();
    for (var round = 0; round <= Rounds; round++)
    {
        var begun = Stopwatch.GetTimestamp();
        foreach (var question in questions) index.Search(question);
        if (round > 0) micros.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds / Asked);
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count}\t{micros.Order().ElementAt(Rounds / 2):0.0}\t{bytes}\t{bytes / count}"));
    GC.KeepAlive(index);
}
