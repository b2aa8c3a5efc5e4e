using System.Net;
using System.Text;
using Amparo.Safeguarding;
using Amparo.Safeguarding.Holding;
using Amparo.Tests.Access;
using Amparo.Tests.Public;

namespace Amparo.Tests.Safeguarding;

/// <summary>From the form of somebody without an account to who may read it, and to nobody else.</summary>
[Trait("Needs", "Database")]
public sealed class ComplaintTests : IDisposable
{
    private const string Canary = "CanarioVioleta me pidió algo detrás del portón";
    private readonly ComplaintHouse _house = new();

    [Fact]
    public async Task What_was_told_stands_in_clear_in_no_file_and_no_row_whatever_was_done_with_it()
    {
        await _house.Begun();
        var reader = await _house.First();
        var code = await _house.Tell(Canary, fromPlace: true, where: "junto al CanarioAzul");
        using var desk = await _house.Desk(reader);
        var id = await _house.Only();
        Assert.Contains("CanarioVioleta", (await ComplaintHouse.Open(desk, id)).Said, StringComparison.Ordinal);
        using (await desk.Post($"{ComplaintHouse.Queue}/{id}/note", null, ("Words", "nota CanarioVerde"))) { }
        using (await desk.Post($"{ComplaintHouse.Queue}/{id}/answer", null, ("Reply", "respuesta CanarioRojo"))) { }
        await _house.Look();
        using (await _house.Post("/es/complaint/more", new() { ["key"] = (await _house.Form())["key"], ["code"] = code, ["words"] = "otra vez CanarioGris" })) { }
        await _house.Work();
        await _house.Look();

        var found = new List<string>();
        // A lock holds no byte, and whoever holds it lets nobody else open it.
        foreach (var file in Directory.GetFiles(_house.Platform.Data.Path, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))) if (Leaks(await Bytes(file))) found.Add(file);
        Assert.Empty(found);
        foreach (var row in await Rows()) Assert.False(Leaks(Encoding.UTF8.GetBytes(row)), row[..Math.Min(row.Length, 200)]);
        Assert.DoesNotContain(await Rows(), r => r.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
        // The scan sees what it looks for: all of it is there, for who holds the keys.
        var said = (await ComplaintHouse.Open(desk, id)).Said;
        Assert.All(new[] { "CanarioVioleta", "CanarioAzul", "CanarioVerde", "CanarioRojo", "CanarioGris" }, word => Assert.Contains(word, said, StringComparison.Ordinal));
        Assert.True(Leaks(Encoding.UTF8.GetBytes("x CanarioGris x")) && Leaks(Encoding.UTF8.GetBytes(Convert.ToHexString("CanarioRojo"u8.ToArray()))));
    }

    [Fact]
    public async Task While_nobody_may_read_it_waits_sealed_and_goes_to_the_first_who_is_named_at_the_machine()
    {
        await _house.Begun();
        await _house.Tell("espera a alguien");
        await _house.Work();
        Assert.Null((await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
        using (var administrator = await _house.Platform.As("administrator", Scope.Region))
        {
            var start = (await administrator.Page("/console")).QuerySelector("main")!.TextContent;
            Assert.Contains("Nadie puede leer quejas", start, StringComparison.Ordinal);
            Assert.DoesNotContain(start, char.IsDigit);
        }
        var reader = await _house.First();
        await _house.Work();
        Assert.Equal(reader.Id, (await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
        using var desk = await _house.Desk(reader);
        Assert.Contains("espera a alguien", (await ComplaintHouse.Open(desk, await _house.Only())).Said, StringComparison.Ordinal);
        // There is a first one only once.
        await Assert.ThrowsAsync<RuleBroken>(() => _house.First());
    }

    [Fact]
    public async Task Who_administers_gets_nothing_of_it_by_any_page_nor_do_others()
    {
        await _house.Begun();
        var reader = await _house.First();
        await _house.Tell(Canary, fromPlace: true);
        var id = await _house.Only();
        var doors = (await ConsoleEndpoints.Of(_house.Platform.Services)).Where(d => !d.IsPublic).ToList();
        foreach (var role in new[] { "administrator", "regional_steward", "auditor" })
        {
            using var desk = await _house.Platform.As(role, Scope.Region);
            foreach (var door in doors.Where(d => !d.IsUnsafe || d.Route.StartsWith(ComplaintHouse.Queue, StringComparison.Ordinal)))
            {
                var path = System.Text.RegularExpressions.Regex.Replace(door.Route, @"\{complaintId[^}]*\}", id.ToString());
                path = System.Text.RegularExpressions.Regex.Replace(path, @"\{accountId[^}]*\}", reader.Id.ToString());
                path = System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", Guid.CreateVersion7().ToString());
                using var answer = door.IsUnsafe ? await desk.Post(path) : await desk.Get(path);
                var said = await answer.Content.ReadAsStringAsync();
                Assert.False(Leaks(Encoding.UTF8.GetBytes(said)), $"{door} told {role}");
                if (door.Route.Contains("complaintId", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData(true, "", "pasó ahí")]
    [InlineData(false, "en la Red Canela", "pasó ahí")]
    [InlineData(false, "", "fue alguien de la red canela, de noche")]
    [InlineData(false, "en el albergue del farol", "pasó ahí")]
    public async Task Nobody_of_the_organisation_that_it_names_gets_it_and_somebody_else_does(bool fromPlace, string where, string words)
    {
        await _house.Begun();
        var ofTheChain = await _house.First(_house.Organisation);
        using var first = await _house.Desk(ofTheChain);
        var other = await _house.Another(first);
        await _house.Tell(words, fromPlace, where);
        var id = await _house.Only();

        Assert.Equal(other.Id, (await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
        Assert.Equal(404, (await ComplaintHouse.Open(first, id)).Status);
        Assert.DoesNotContain(id.ToString(), (await first.Page(ComplaintHouse.Queue)).Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abierta", (await first.Page("/console")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Nor by being handed over.
        using var second = await _house.Desk(other);
        using (await second.Post(ComplaintHouse.People + "/hand-over", null, ("Account", ofTheChain.Id.ToString()))) { }
        Assert.Equal(404, (await ComplaintHouse.Open(first, id)).Status);
        Assert.Equal(200, (await ComplaintHouse.Open(second, id)).Status);
    }

    [Fact]
    public async Task What_is_about_somebody_who_reads_waits_for_another_who_comes_later()
    {
        await _house.Begun();
        var reader = await _house.First();
        using var desk = await _house.Desk(reader);
        await _house.Tell("la persona que lee esto", aboutReader: true);
        await _house.Work();
        Assert.Null((await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
        using (var administrator = await _house.Platform.As("administrator", Scope.Region)) Assert.Contains("otra persona de salvaguarda", (await administrator.Page("/console")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("otra persona", (await desk.Page("/console")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var later = await _house.Another(desk);
        await _house.Work();
        Assert.Equal(later.Id, (await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
    }

    [Fact]
    public async Task The_role_alone_reads_nothing_and_nobody_confirms_herself_or_by_a_puppet()
    {
        await _house.Begun();
        var reader = await _house.First();
        var puppet = await _house.Somebody(Scope.Region);
        await _house.Work();
        await _house.Tell("no es para quien se nombró");
        var id = await _house.Only();
        using var desk = await _house.Desk(puppet);
        Assert.Equal(404, (await ComplaintHouse.Open(desk, id)).Status);
        using (var oneself = await _house.Confirm(desk, puppet.Id)) Assert.Equal(HttpStatusCode.UnprocessableEntity, oneself.StatusCode);
        var second = await _house.Somebody(Scope.Region);
        await _house.Work();
        using (var byPuppet = await _house.Confirm(desk, second.Id)) Assert.Equal(HttpStatusCode.UnprocessableEntity, byPuppet.StatusCode);
        await Assert.ThrowsAsync<RuleBroken>(() => _house.Platform.In(async (_, services) => { await services.GetRequiredService<Amparo.Contracts.Safeguarding.IFirstReader>().Name(puppet.Email, default); return 0; }));

        // Everybody who reads was told that somebody was named.
        Assert.Contains(Directory.GetFiles(Path.Combine(_house.Platform.Data.Path, "mail")), f => File.ReadAllText(f).Contains(reader.Email, StringComparison.Ordinal));
        using var first = await _house.Desk(reader);
        using (var confirmed = await _house.Confirm(first, puppet.Id)) Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        // Confirmed, but what came before is not hers until somebody hands it over.
        Assert.Equal(404, (await ComplaintHouse.Open(desk, id)).Status);
        using (await first.Post(ComplaintHouse.People + "/hand-over", null, ("Account", puppet.Id.ToString()))) { }
        Assert.Contains("quien se nombr", (await ComplaintHouse.Open(desk, id)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_somebody_is_confirmed_anew_before_anything_is_sealed_for_her()
    {
        await _house.Begun();
        var reader = await _house.First();
        Assert.Single(await Active());
        await _house.Platform.In((db, services) =>
        {
            using var pair = System.Security.Cryptography.ECDiffieHellman.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
            var key = pair.ExportSubjectPublicKeyInfo();
            return db.Acting("kernel_account_key", () => db.Set<AccountKey>().Where(k => k.AccountId == reader.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.PublicKey, key)), default);
        });
        Assert.Empty(await Active());
        await _house.Tell("a nadie todavía");
        Assert.Null((await _house.Platform.Read(db => db.Set<Copy>().SingleAsync())).AccountId);
    }

    [Fact]
    public async Task Two_ciphertexts_that_are_exchanged_open_nothing()
    {
        await _house.Begun();
        var reader = await _house.First();
        await _house.Tell("la primera");
        await _house.Tell("la segunda");
        using var desk = await _house.Desk(reader);
        await _house.Platform.In(async (db, _) =>
        {
            var (a, b) = (await db.Set<Copy>().OrderBy(c => c.ComplaintId).FirstAsync(), await db.Set<Copy>().OrderByDescending(c => c.ComplaintId).FirstAsync());
            (a.Box, b.Box) = (b.Box, a.Box);
            return await db.SaveChangesAsync();
        });
        foreach (var id in await _house.Platform.Read(db => db.Set<Complaint>().Select(c => c.Id).ToListAsync()))
        {
            var (status, said) = await ComplaintHouse.Open(desk, id);
            Assert.Equal(422, status);
            Assert.DoesNotContain("la primera", said, StringComparison.Ordinal);
            Assert.DoesNotContain("la segunda", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_or_by_eight_at_once_is_one_complaint_and_other_words_are_a_conflict()
    {
        await _house.Begun();
        await _house.First();
        var form = await _house.Form();
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await _house.Post("/es/complaint", new(form), ("words", "una sola vez"));
            return ComplaintHouse.CodeOn(await Readers.Read(answer));
        }));
        Assert.Single(codes.Distinct());
        await _house.Only();
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<Copy>().CountAsync()));
        using var other = await _house.Post("/es/complaint", new(form), ("words", "otras palabras que no se pierden"));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("otras palabras que no se pierden", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await _house.Only();
    }

    [Fact]
    public async Task An_answer_is_read_under_the_code_and_written_back_to_and_by_nobody_else()
    {
        await _house.Begun();
        var reader = await _house.First();
        var code = await _house.Tell("quiero saber qué sigue", fromPlace: true);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$", code);
        Assert.Contains(Readers.Text("es", "public.complaint.state.received"), Readers.Said(await _house.Under(code)), StringComparison.Ordinal);

        using var desk = await _house.Desk(reader);
        var id = await _house.Only();
        Assert.Equal(200, (await ComplaintHouse.Open(desk, id)).Status);
        using (var answer = await desk.Post($"{ComplaintHouse.Queue}/{id}/answer", null, ("Ready", "heard"), ("Reply", "puede llamar sin peligro"))) Assert.Equal($"{ComplaintHouse.Queue}/{id}?done=complaint_answered", answer.Headers.Location?.ToString());
        await _house.Look();
        var under = await _house.Under(code.ToLowerInvariant());
        Assert.Contains("puede llamar sin peligro", Readers.Said(under), StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.answer.ready.heard"), Readers.Said(under), StringComparison.Ordinal);
        // The code of an answer opens nothing from an address, where a history would keep it.
        using (var client = _house.Platform.Client()) Assert.DoesNotContain("sin peligro", await client.GetStringAsync($"/es/report?code={code}"), StringComparison.Ordinal);

        var back = new Dictionary<string, string> { ["key"] = under.QuerySelector("form[action$=more] input[name=key]")!.GetAttribute("value")!, ["code"] = code, ["words"] = "gracias, mañana" };
        using (var first = await _house.Post("/es/complaint/more", back)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using (var again = await _house.Post("/es/complaint/more", back)) Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using (var changed = await _house.Post("/es/complaint/more", new(back), ("words", "otra cosa"))) Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<Message>().CountAsync(m => m.IsFromPerson)));
        Assert.Contains("ana", (await ComplaintHouse.Open(desk, id)).Said.Split("gracias, ma", 2)[1][..12], StringComparison.Ordinal);

        Assert.Contains("escribió de nuevo", (await desk.Page(ComplaintHouse.Queue)).QuerySelector("ul.rows li")!.TextContent, StringComparison.Ordinal);
        using (await desk.Post($"{ComplaintHouse.Queue}/{id}/sort", null, ("Kind", "money"))) { }
        using (var closed = await desk.Post($"{ComplaintHouse.Queue}/{id}/close", null, ("Outcome", "acted"))) Assert.Equal($"{ComplaintHouse.Queue}?done=complaint_closed", closed.Headers.Location?.ToString());
        await _house.Look();
        Assert.Contains(Readers.Text("es", "public.complaint.state.changed"), Readers.Said(await _house.Under(code)), StringComparison.Ordinal);
        using (var late = await _house.Post("/es/complaint/more", new() { ["key"] = (await _house.Form())["key"], ["code"] = code, ["words"] = "tarde" })) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        _house.Platform.Clock.Now += Complaint.AnswersKept + TimeSpan.FromMinutes(1);
        await _house.Work();
        await _house.Look();
        Assert.DoesNotContain("sin peligro", Readers.Said(await _house.Under(code)), StringComparison.Ordinal);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<Message>().CountAsync(m => !m.IsFromPerson)));
    }

    [Fact]
    public async Task To_read_is_recorded_and_late_ones_stand_first_and_a_list_says_no_word_of_it()
    {
        await _house.Begun();
        var reader = await _house.First();
        await _house.Tell("la más vieja", country: "HN");
        _house.Platform.Clock.Now += TimeSpan.FromHours(25);
        await _house.Tell("la nueva", country: "GT");
        using var desk = await _house.Desk(reader);
        var queue = await desk.Page(ComplaintHouse.Queue);
        Assert.Equal(2, queue.QuerySelectorAll("ul.rows li").Length);
        Assert.Contains("Honduras", queue.QuerySelector("ul.rows li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("vencido", queue.QuerySelector("ul.rows li")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vieja", queue.Source.Text, StringComparison.Ordinal);

        var id = await _house.Platform.Read(db => db.Set<Complaint>().Where(c => c.Country == "GT").Select(c => c.Id).SingleAsync());
        Assert.DoesNotContain("la nueva", (await desk.Page($"{ComplaintHouse.Queue}/{id}")).Source.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await ComplaintHouse.Open(desk, id)).Status);
        var record = await _house.Platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "safeguarding.read" && a.Outcome == AuditOutcomes.Seen));
        Assert.Equal((reader.Id, id), (record.By!.Value, record.Record!.Value));
    }

    [Fact]
    public async Task What_an_earlier_version_left_in_the_inbox_is_sealed_and_taken_from_there()
    {
        await _house.Begun();
        const string key = "0123456789abcdef0123456789abcdef0123456789abcdef";
        await _house.Platform.In(async (_, services) => { await services.GetRequiredService<IInbox>().Put("protection.complaint", key, "{\"words\":\"CanarioVioleta antiguo\",\"where\":\"\",\"language\":\"fr\",\"codeHash\":\"x\"}", default); return 0; });
        var reader = await _house.First();
        await _house.Work();
        await _house.Work();
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<InboxItem>().CountAsync()));
        using var desk = await _house.Desk(reader);
        var id = await _house.Only();
        Assert.Contains("CanarioVioleta antiguo", (await ComplaintHouse.Open(desk, id)).Said, StringComparison.Ordinal);
        foreach (var row in await Rows()) Assert.False(Leaks(Encoding.UTF8.GetBytes(row)));
        foreach (var file in Directory.GetFiles(_house.Platform.Data.Path, "amparo.db*")) Assert.False(Leaks(await Bytes(file)), file);

        // Its code, shorter than those of today, still finds the answer.
        using (await desk.Post($"{ComplaintHouse.Queue}/{id}/answer", null, ("Reply", "seguimos"))) { }
        await _house.Look();
        Assert.Contains("seguimos", Readers.Said(await _house.Under(Amparo.Safeguarding.Receiving.MoveFromInbox.CodeOf(key))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_exact_for_who_reads_and_say_no_small_number_to_a_steward()
    {
        await _house.Begun();
        var reader = await _house.First();
        for (var i = 0; i < 3; i++) await _house.Tell($"número {i}", country: "GT");
        _house.Platform.Clock.Now = new(2026, 12, 5, 12, 0, 0, TimeSpan.Zero);
        using var desk = await _house.Desk(reader);
        Assert.Equal("3", (await desk.Page(ComplaintHouse.Queue + "/figures")).QuerySelectorAll("tr").First(r => r.QuerySelector("th")!.TextContent == "Guatemala").QuerySelector("td")!.TextContent);
        using var steward = await _house.Platform.As("regional_steward", Scope.Region);
        var cells = (await steward.Page(ComplaintHouse.Queue + "/figures")).QuerySelectorAll("tbody td:nth-child(2)").Select(c => c.TextContent.Trim()).ToList();
        Assert.NotEmpty(cells);
        Assert.DoesNotContain("3", cells);
    }

    private Task<IReadOnlyList<Named>> Active() => _house.Platform.In((_, services) => services.GetRequiredService<Holders>().Active(default));

    // Every value of every table, bytes as hexadecimal.
    private Task<List<string>> Rows() => _house.Platform.Read(async db =>
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT * FROM " + table;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + " " + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) + Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        }
        return rows;
    });

    private static async Task<byte[]> Bytes(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static bool Leaks(byte[] bytes) =>
        new[] { "Canario"u8.ToArray(), Encoding.Unicode.GetBytes("Canario"), Encoding.UTF8.GetBytes(Convert.ToHexString("Canario"u8.ToArray())), Encoding.UTF8.GetBytes(Convert.ToHexStringLower("Canario"u8.ToArray())), Encoding.UTF8.GetBytes(Convert.ToBase64String("CanarioVioleta"u8.ToArray())[..16]) }
            .Any(word => bytes.AsSpan().IndexOf(word) >= 0);

    public void Dispose() => _house.Dispose();
}
