using System.Text;

namespace Amparo.Tests.Conversation;

/// <summary>
/// Whole conversations with their answers, each of which a person read. Whoever changes a word sees here what people will get, before they
/// get it; written anew with AMPARO_WRITE_DIALOGUES=1, and then to be read.
/// </summary>
public sealed class DialogueTests : IDisposable
{
    private const string Asked = "> ", Language = "== ", Silence = "(nothing is sent)";
    private static readonly string Written = Path.Combine(SharedData.Repository, "tests/Tests/Conversation/dialogues.txt");
    private readonly Telephone _telephone = Telephone.OfReaders(isDemonstration: false);

    [Fact]
    public async Task What_was_read_once_is_still_what_people_get()
    {
        var written = await File.ReadAllTextAsync(Written);
        var said = new StringBuilder();
        var dialogues = written.Split(Language, StringSplitOptions.RemoveEmptyEntries);
        foreach (var dialogue in dialogues)
        {
            var lines = dialogue.Split('\n');
            said.Append(Language).AppendLine(lines[0]);
            foreach (var turn in _telephone.Sms.Rehearse([.. lines.Where(l => l.StartsWith(Asked, StringComparison.Ordinal)).Select(l => l[Asked.Length..])], lines[0], null))
                said.Append(Asked).AppendLine(turn.Asked).AppendLine(turn.Answered ?? Silence);
            said.AppendLine();
        }
        if (Environment.GetEnvironmentVariable("AMPARO_WRITE_DIALOGUES") == "1") await File.WriteAllTextAsync(Written, said.ToString());
        else Assert.Equal(written.Split('\n'), said.ToString().Split('\n'));
        Assert.True(dialogues.Length >= 30 && Languages.All.All(l => dialogues.Count(d => d.StartsWith(l + "\n", StringComparison.Ordinal)) >= 4), "Each language has its conversations.");
    }

    public void Dispose() => _telephone.Dispose();
}
