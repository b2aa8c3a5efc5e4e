using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Public;
using Amparo.Tests.Search;

namespace Amparo.Tests.Conversation;

/// <summary>Names and numbers that nobody here invented: long, in other letters, with three numbers in a field.</summary>
public sealed class RealListTests : IDisposable
{
    private readonly RealList _list = new();

    [SharedDataTheory]
    [InlineData("consulates/embassies_mesoamerica_subset.csv", "consulado {0}", "embajada {0} en Guatemala")]
    [InlineData("health/el-salvador-places.js", "hospital {0}", "doctor {0}")]
    public async Task Every_rule_holds_over_a_real_list_and_no_number_is_cut(string file, params string[] questions)
    {
        var places = await _list.Publish(GoldenRunner.Now, file);
        var edition = new Edition(new(1, GoldenRunner.Now, GoldenRunner.Now.AddDays(30), new string('0', 64), places.Count, false), places, ReaderPlaces.Numbers, []).With(ADirectory.IndexOf(places));
        using var telephone = new Telephone(edition, GoldenRunner.Now);
        var rules = new Rules(places, isDemonstration: false);
        var about = places.Select(p => p.Profile.Nationals.Count > 0 ? Telephone.Texts.In("es").Of("public.country.", p.Profile.Nationals[0]) : p.Locality).OfType<string>().Where(a => !a.StartsWith("public.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).Take(120).ToList();
        Assert.True(about.Count > 8, $"{about.Count} questions");
        var (answers, withNumber) = (0, 0);
        foreach (var text in about.SelectMany(a => questions.Select(q => string.Format(System.Globalization.CultureInfo.InvariantCulture, q, a))))
        {
            var language = Languages.All[answers % 5];
            foreach (var turn in telephone.Sms.Rehearse([Languages.NameOf(language).Split(' ')[0], text, "MAS", "TEL", "MAS"], language, "GT").Skip(1))
            {
                answers++;
                if (turn.Answered!.Contains("Tel ", StringComparison.Ordinal)) withNumber++;
                if (rules.Broken(turn.Answered!) is { } broken) Assert.Fail($"{text}, {turn.Asked} ({language}): {broken}\n{turn.Answered}");
            }
        }
        // The posts of El Salvador give none, and few embassies do: no answer can then hold one.
        var numbered = places.Count(p => p.Profile.Phones.Count > 0);
        Assert.True(numbered * 10 < places.Count || withNumber > answers / 20, $"{withNumber} of {answers} have a number, and {numbered} of {places.Count} places");
    }

    public void Dispose() => _list.Dispose();
}
