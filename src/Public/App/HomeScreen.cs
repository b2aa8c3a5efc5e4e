using System.Text;
using System.Text.Json;

namespace Amparo.Public.App;

/// <summary>
/// How the app stands among the others of a phone: under a name and a picture that say nothing of help, migration or danger, since a
/// phone can be searched. The owner chooses.
/// </summary>
internal sealed record HomeScreen(string Name)
{
    public static IReadOnlyList<HomeScreen> All { get; } = [new("guide"), new("notebook"), new("calendar")];

    private static readonly int[] Sizes = [192, 512];
    private static readonly string[] Purposes = ["any", "maskable"];

    public string WordKey => $"public.app.name.{Name}";

    public static HomeScreen Of(string? name) => All.FirstOrDefault(h => h.Name == name) ?? All[0];

    public string PathIn(string language) => $"/app/{language}/{Name}.webmanifest";

    public string Icon(int size) => $"/app/{Name}-{size}.png";

    public byte[] Manifest(Words w) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        name = w[WordKey], short_name = w[WordKey], lang = w.Language, start_url = $"/{w.Language}/?as={Name}", id = "/", scope = "/", display = "standalone",
        background_color = "#f6f3ec", theme_color = "#083f3b",
        icons = Sizes.SelectMany(size => Purposes.Select(purpose => new { src = Icon(size), sizes = $"{size}x{size}", type = "image/png", purpose })),
    }));
}
