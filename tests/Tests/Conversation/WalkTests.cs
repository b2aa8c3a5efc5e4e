using Amparo.Contracts.Places;
using Amparo.Public.Conversation;
using Amparo.Tests.Search;

namespace Amparo.Tests.Conversation;

/// <summary>Every answer that the whole demonstration can give, page after page, against every rule.</summary>
public sealed class WalkTests(ADemonstration demonstration) : IClassFixture<ADemonstration>
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [PlaceKinds.Shelter] = "albergue", [PlaceKinds.Food] = "comida", [PlaceKinds.Health] = "doctor", [PlaceKinds.MentalHealth] = "psicologo", [PlaceKinds.Legal] = "abogado", [PlaceKinds.AsylumAuthority] = "asilo", [PlaceKinds.MigrationAuthority] = "oficina de migracion",
        [PlaceKinds.Consular] = "consulado honduras", [PlaceKinds.ChildProtection] = "proteccion de la niñez", [PlaceKinds.Women] = "centro de la mujer", [PlaceKinds.Lgbti] = "apoyo lgbti", [PlaceKinds.TraffickingHotline] = "linea contra la trata", [PlaceKinds.Ombudsman] = "derechos humanos",
        [PlaceKinds.Labour] = "trabajo", [PlaceKinds.Education] = "escuela", [PlaceKinds.Documents] = "acta de nacimiento", [PlaceKinds.Remittance] = "enviar dinero", [PlaceKinds.Transport] = "autobus", [PlaceKinds.Water] = "agua", [PlaceKinds.HygieneClothing] = "ropa",
        [PlaceKinds.Connectivity] = "internet", [PlaceKinds.FamilyLinks] = "buscar a mi familia", [PlaceKinds.RescueMissing] = "rescate", [PlaceKinds.CareAfterSexualViolence] = "me violaron", [PlaceKinds.ReturnReception] = "quiero regresar a mi pais", [PlaceKinds.Hub] = "centro de informacion", [PlaceKinds.Worship] = "iglesia", [PlaceKinds.Other] = "refugio",
    };

    [Fact]
    public void Every_answer_about_every_town_and_kind_keeps_every_rule_in_every_language()
    {
        using var telephone = new Telephone(demonstration.Edition, demonstration.Now);
        var places = demonstration.Edition.Places().ToList();
        var rules = new Rules(places, isDemonstration: true);
        var asked = places.Where(p => p.Locality is not null).Select(p => (p.Kind, Town: p.Locality!)).Distinct().OrderBy(q => q.Town, StringComparer.Ordinal).ThenBy(q => q.Kind, StringComparer.Ordinal).ToList();
        Assert.True(asked.Count > 800, $"Only {asked.Count} questions: mend this test.");
        // A third of them, another one of each kind in each town; all of them with the full counts.
        if (Environment.GetEnvironmentVariable("AMPARO_LONG") != "1") asked = [.. asked.Where((_, i) => i % 3 == 0)];
        var (messages, number) = (0, 0);
        foreach (var (kind, town) in asked)
        {
            // Each language meets every fifth question, all of them meet every kind.
            var language = Languages.All[number++ % Languages.All.Count];
            foreach (var turn in telephone.Sms.Rehearse([Languages.NameOf(language).Split(' ')[0], $"{Words[kind]} {town}", "MAS", "1"], language, "MX").Skip(1))
            {
                messages++;
                if (turn.Answered is not { } answer) continue;
                if (rules.Broken(answer, isHelp: answer.Contains(Telephone.Text(language, "public.sms.help"), StringComparison.Ordinal)) is { } broken) Assert.Fail($"{turn.Asked} ({language}): {broken}\n{answer}");
                if (demonstration.OfficersOnly.FirstOrDefault(n => answer.Contains(Plain.Of(n), StringComparison.Ordinal)) is { } officers) Assert.Fail($"{turn.Asked}: {officers}\n{answer}");
                if (kind == PlaceKinds.Consular && turn.Asked.StartsWith("consulado", StringComparison.Ordinal)) Assert.StartsWith(Telephone.Text(language, "public.sms.before_consulate"), answer, StringComparison.Ordinal);
            }
        }
        Assert.True(messages > 2 * asked.Count);
    }

    [Fact]
    public void Every_entry_in_every_language_has_room_in_a_message_with_all_that_must_be_said()
    {
        foreach (var language in Languages.All)
        {
            var lines = new EntryLines(Telephone.Texts.In(language), demonstration.Now, isDemonstration: true);
            var frame = new Line(Line.Must, Telephone.Text(language, "public.sms.before_consulate"));
            foreach (var place in demonstration.Edition.Places())
            {
                var answer = new Answer(language, [frame, new(Line.Must, Telephone.Text(language, "public.ask.demonstration_sms").Trim())], [lines.Of(place, 123, null, saysFull: true, withNumber: place.Kind != PlaceKinds.Consular), new(0, "x")], new(Line.Must, Telephone.Text(language, "public.sms.more")),
                    [new(Line.Must, Telephone.Text(language, "public.sms.legal")), new(Line.Must, Telephone.Text(language, "public.sms.erase"))]);
                var rendered = Amparo.Public.Conversation.Sms.SmsRenderer.Render(answer);
                Assert.True(rendered is { Entries: >= 1, Length: { Segments: <= 2, IsPlain: true } }, $"{place.Slug} {language}\n{rendered.Text}");
            }
        }
    }

    [Fact]
    public void Every_consulate_of_every_country_in_every_country_begins_with_the_warning()
    {
        using var telephone = new Telephone(demonstration.Edition, demonstration.Now);
        var rules = new Rules(demonstration.Edition.Places(), isDemonstration: true);
        string[] countries = ["Belice", "Costa Rica", "El Salvador", "Guatemala", "Honduras", "México", "Nicaragua", "Panamá", "Haití", "Cuba", "Venezuela", "Ecuador", "Brasil", "China"];
        foreach (var language in Languages.All)
            foreach (var from in countries)
                foreach (var there in new[] { "", " en Tapachula", " en Guatemala" })
                    foreach (var turn in telephone.Sms.Rehearse([Languages.NameOf(language).Split(' ')[0], $"consulado {from}{there}", "TEL"], language, "MX").Skip(1))
                    {
                        Assert.StartsWith(Telephone.Text(language, "public.sms.before_consulate"), turn.Answered!, StringComparison.Ordinal);
                        Assert.True(rules.Broken(turn.Answered!) is null, rules.Broken(turn.Answered!) + "\n" + turn.Answered);
                    }
    }

    [Fact]
    public void The_rules_were_seen_to_catch_what_breaks_them()
    {
        var place = demonstration.Edition.Places().First(p => p.Kind == PlaceKinds.Women);
        var rules = new Rules([place], isDemonstration: true);
        var right = $"PRUEBA, no es real.\nCasa\n{Telephone.Text("es", "public.sms.legal")}\n{Telephone.Text("es", "public.sms.erase")}";
        Assert.Null(rules.Broken(right));
        Assert.NotNull(rules.Broken(right.Replace("Casa", Plain.Of(place.Name), StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("Casa", place.Profile.Phones[0].Number, StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("Casa", "violencia", StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("Casa", "приют", StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("Casa", new string('x', 300), StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("Borre", "Guarde", StringComparison.Ordinal)));
        Assert.NotNull(rules.Broken(right.Replace("PRUEBA", "", StringComparison.Ordinal)));
        Assert.NotNull(new Rules([place], isDemonstration: false).Broken(right.Replace("Casa", "Tel +52 962 123 45", StringComparison.Ordinal)));
    }
}
