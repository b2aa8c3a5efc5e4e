using System.Text;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class MessyRowTests : IDisposable
{
    private static readonly string[] Columns = ["id", "name", "kind", "country", "admin1", "locality", "latitude", "longitude", "phone", "whatsapp", "address", "hours", "description", "languages", "serves", "disclosure", "expires", "email", "url", "organization", "beds", "latest_admission", "attributes"];
    private static readonly string[] Pieces =
    [
        "", " ", "Albergue", "shelter", "GT", "México", "14.6", "-90,5", "14°36'22\"N", "999", "NaN", "1e308", "+502 2233-4455", "2233 4455 / 5555-1234", "L-V 8-5", "13:00pm", "24/7", "<script>x</script>", "&lt;b&gt;", "&#0;", "\0", "\uD800",
        "\uFFFF", "\u202E", "\t", "\n", "\r", "\"", "\"\"", ",", ";", "=1+1", "@x", "juan.perez@ejemplo.org 5555 1234", "2026-02-30", "31/12/2027", "officers", "exact", "javascript:alert(1)", "http://", "ejemplo.org", "x=y|z=", "🏠", "ñ̃", "ﷺ",
        new string('x', 40_000), new string('9', 400), "00000000000000000000000", "((((((((((((((((((((", "a@a@a@", "- - - - - - - - - - - - - - - - - - - -",
    ];

    private readonly ImportDoor _door = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_messy_every_row_has_exactly_one_outcome_and_nothing_falls_over(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        const int rows = 400;
        for (var i = 0; i < rows; i++)
        {
            var cells = Columns.Select(c => random.Next(4) == 0 ? Good(c, i) : string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Pieces[random.Next(Pieces.Length)])));
            text.Append(string.Join(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Append("\"x\"\n"[3..]);
        }
        var csv = text.ToString();
        var written = new CsvReading(_door.File("messy.csv", csv, new UTF8Encoding(false))).Read(default).Count();
        var summary = await _door.Import(_door.PathOf("messy.csv"), list: "messy");
        Assert.Equal(written, summary.Rows);
        Assert.InRange(written, rows - 60, rows);
        Assert.Equal(summary.Accepted, (await _door.Places()).Count);
        Assert.All(await _door.Places(), p => Assert.DoesNotContain(p.Name, char.IsControl));
        var again = await _door.Import(_door.PathOf("messy.csv"), list: "messy");
        Assert.Equal((0, 0, summary.Accepted), (again.Accepted, again.Changed, again.Unchanged));
    }

    private static string Good(string column, int row) => column switch
    {
        "id" => $"{row}", "name" => $"Comedor {row}", "kind" => "food", "country" => "GT", "latitude" => "14.6", "longitude" => "-90.5", "phone" => "2233-4455", "hours" => "L-V 08:00-17:00", _ => "",
    };

    public void Dispose() => _door.Dispose();
}
