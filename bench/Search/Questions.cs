using Amparo.Publication;

namespace Amparo.Bench;

/// <summary>What people ask, from all over the region; the same each time.</summary>
internal static class Questions
{
    private static readonly (string Language, string Text)[] Texts =
    [
        ("es", "albergue tapachula"), ("es", "no tengo donde dormir"), ("es", "comida gratis para mis hijos"), ("es", "dentista"), ("es", "ropa de frio"), ("es", "abogado para asilo"), ("es", "consulado de honduras"),
        ("es", "casa del migrante san jose"), ("es", "mi marido me pega"), ("es", "refugio"), ("en", "shelter for women"), ("en", "my boss does not pay me"), ("en", "dental clinic"), ("en", "guatemalan embassy mexico city"),
        ("fr", "où dormir"), ("fr", "médecin gratuit"), ("pt", "onde posso comer"), ("pt", "clases de ingles manos abiertas"), ("ht", "kote pou m domi"), ("ht", "lopital"), ("es", ""), ("es", "scalabrini"),
    ];

    public static DateTimeOffset Now { get; } = new(2026, 11, 18, 15, 30, 0, TimeSpan.Zero);

    public static SearchQuestion[] Of(Gazetteer gazetteer, int count)
    {
        var random = new Random(2);
        var asked = new SearchQuestion[count];
        for (var i = 0; i < count; i++)
        {
            var (language, text) = Texts[i % Texts.Length];
            var town = gazetteer.All[random.Next(gazetteer.All.Count)];
            asked[i] = new() { Text = text, Language = language, Near = random.Next(4) > 0 ? Cell.Of(town.Point).Centre : null, OpenNow = random.Next(5) == 0, Now = Now.AddMinutes(i / 400) };
        }
        return asked;
    }
}
