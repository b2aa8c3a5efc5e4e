using System.Text;

namespace Amparo.Tests.Conversation;

/// <summary>Whatever comes: signs, pictures, other scripts, injection, ten parts. The seeds stand here, so that a failure comes back.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "albergue", "ALBERGUE TAPACHULA", "doctor", "consulado honduras", "refugio", "mas", "1", "2", "3", "English", "kreyol", "tel", "hola", "ayuda", "me quieren matar", "soy menor", "san jose", "Guatemala", "emergencia", "migracion", "mujeres", "asilo",
        "😀", "👩‍👩‍👧", "🇭🇳", "\0", "\u0007", "\u001b[31m", "\r\n", "\t", "\u202e", "\u200d", "\ufffe", "\ud800", "\udc00", "é", "e\u0301", "ﬁ", "Ａ", "مأوى", "避难所", "приют", "ที่พัก", "אוכל", "{0}", "{numbers}", "%s%n", "<script>alert(1)</script>",
        "'; DROP TABLE kernel_stopped;--", "${jndi:ldap://x}", "../../etc/passwd", "=cmd|' /C calc'!A0", "\\u0000", "https://example.org/?a=b", "+52 000 555 0101", "99999999999999999999", "-1", "0x41", "\"", "|", "^", "€", "~", "[", "`",
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Nothing_that_can_be_typed_breaks_it_or_any_rule(int seed)
    {
        using var telephone = Telephone.OfReaders();
        var rules = new Rules(Amparo.Tests.Public.ReaderPlaces.All(), isDemonstration: true);
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var messages = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Message(random)).ToArray();
            foreach (var turn in telephone.Sms.Rehearse(messages, Languages.All[random.Next(5)], random.Next(3) == 0 ? "MX" : null))
                if (turn.Answered is { } answer && rules.Broken(answer, isHelp: IsHelp(answer)) is { } broken)
                    Assert.Fail($"seed {seed}, {i}: {broken}\nasked: {string.Join(" | ", messages)}\n{answer}");
        }
    }

    [Fact]
    public void Ten_parts_pictures_control_signs_nothing_at_all_and_other_scripts_get_an_answer_that_helps()
    {
        using var telephone = Telephone.OfReaders();
        var story = string.Concat(Enumerable.Repeat("caminamos muchos días y muchas noches por el monte ", 30))[..1500];
        Assert.Contains("911", telephone.Ask(story + " me quieren matar")!, StringComparison.Ordinal);
        Assert.Contains("Albergue", telephone.Ask("albergue en tapachula " + story)!, StringComparison.Ordinal);
        foreach (var text in new[] { "", "   ", "😀😀😀", "\0\0\u0007", "?!" }) Assert.Contains("ALBERGUE TAPACHULA", telephone.Ask(text)!, StringComparison.Ordinal);
        foreach (var text in new[] { "مأوى", "避难所", "приют" }) Assert.Contains("SHELTER TAPACHULA", telephone.Ask(text)!, StringComparison.Ordinal);
        Assert.Contains("Albergue Puente Seguro", telephone.Ask("ALBERGUE\u0000\u200b TAPACHULA😀")!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_never_comes_back()
    {
        using var telephone = Telephone.OfReaders();
        foreach (var text in new[] { "<script>alert(1)</script> albergue tapachula", "me llamo Zutana Invéntez albergue tapachula", "+52 000 999 8877" })
        {
            var said = telephone.Ask(text)!;
            foreach (var secret in new[] { "script", "Zutana", "Inv", "8877" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        }
    }

    private static bool IsHelp(string answer) => Languages.All.Any(l => answer.Contains(Telephone.Text(l, "public.sms.help"), StringComparison.Ordinal));

    private static string Message(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(1, 7); n > 0; n--)
        {
            if (random.Next(6) == 0) text.Append((char)random.Next(1, 0xffff));
            else text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) > 0) text.Append(' ');
        }
        return random.Next(25) == 0 ? string.Concat(Enumerable.Repeat(text.ToString(), 60)) : text.ToString();
    }
}
