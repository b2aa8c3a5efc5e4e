using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amparo.Tests.Conversation;

internal sealed record Exchange(string Ask, string? Answer);

internal sealed record Dialogue(string Name, string Language, string? Country, IReadOnlyList<Exchange> Turns);

/// <summary>
/// Whole conversations, word by word, read by a person. Where one changes on purpose: AMPARO_WRITE_DIALOGUES=1 writes the file anew, and
/// whoever changed it reads every line of the difference.
/// </summary>
[Trait("Needs", "Database")]
public sealed class DialogueTests(ADemonstration demonstration) : IClassFixture<ADemonstration>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static string File => Path.Combine(SharedData.Repository, "tests/Tests/Conversation/dialogues.json");

    [Fact]
    public void Every_dialogue_is_as_it_was_read()
    {
        var dialogues = JsonSerializer.Deserialize<List<Dialogue>>(System.IO.File.ReadAllText(File), Json)!;
        Assert.Equal(Languages.All.Order(), dialogues.Select(d => d.Language).Distinct().Order());
        Assert.True(dialogues.Sum(d => d.Turns.Count) > 60);
        using var telephone = new Telephone(demonstration.Edition, demonstration.Now);
        var now = dialogues.ConvertAll(d => d with { Turns = [.. telephone.Sms.Rehearse([.. d.Turns.Select(t => t.Ask)], d.Language, d.Country).Select(t => new Exchange(t.Asked, t.Answered))] });
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_DIALOGUES") == "1") System.IO.File.WriteAllText(File, JsonSerializer.Serialize(now, Json) + "\n");
        else
            foreach (var (then, said) in dialogues.Zip(now).SelectMany(d => d.First.Turns.Zip(d.Second.Turns)))
                Assert.True(then.Answer == said.Answer, $"{then.Ask}\nwas:\n{then.Answer}\nis:\n{said.Answer}");
    }
}
