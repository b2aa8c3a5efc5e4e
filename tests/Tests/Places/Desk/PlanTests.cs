using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Figures;
using Amparo.Places.Impostors;
using Amparo.Places.Importing;
using Amparo.Places.Reporting;
using Amparo.Tests.Access;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Ask = Amparo.Places.Asking.Ask;

namespace Amparo.Tests.Places.Desk;

/// <summary>
/// Every question that a page of the desk asks is explained by the database, as it was asked. None may walk over all entries, or
/// over what grows with them: in no order at all, or along an index without an end.
/// </summary>
[Trait("Needs", "Database")]
public sealed partial class PlanTests : IDisposable
{
    private readonly Platform _platform = new();

    [Theory]
    [InlineData("regional_steward", "region", ""), InlineData("country_steward", "country", "GT"), InlineData("partner", "organisation", Own)]
    public async Task No_page_of_the_desk_walks_over_all_entries(string role, string kind, string value)
    {
        await Fill();
        using var desk = await _platform.As(role, new Scope(kind, value));
        using var heard = new Heard(_platform.Services.GetRequiredService<Engine>());
        var wrong = new List<string>();
        foreach (var path in Paths)
        {
            heard.Clear();
            using var answer = await desk.Get(path);
            Assert.True((int)answer.StatusCode is 200 or 403, $"{path}: {answer.StatusCode}");
            var asked = heard.Commands.ToList();
            if ((int)answer.StatusCode is 200) Assert.NotEmpty(asked);
            foreach (var command in asked)
            {
                var plan = await Plan(command);
                if (Ordered.Contains(path) && role != "partner" && command.Sql.Split("LIMIT").Length == 2 && command.Sql.Contains("places_place", StringComparison.Ordinal) && Sorts(plan)) wrong.Add($"{path} sorts:\n{command.Sql}\n{string.Join('\n', plan)}\n");
                if (path.Contains("?q=", StringComparison.Ordinal) && FetchesToLookAtNames(command.Sql)) wrong.Add($"{path} fetches entries to look at their names:\n{command.Sql}\n");
                if (path.StartsWith("/console/places/asked", StringComparison.Ordinal) && role != "partner" && SumsMessages(command.Sql)) wrong.Add($"{path} reads a month of messages to count them:\n{command.Sql}\n");
                if (AsksAgain(command.Sql)) wrong.Add($"{path} asks anew for each group that it counts:\n{command.Sql}\n{string.Join('\n', plan)}\n");
                if (Walks(command.Sql, plan) is { } table) wrong.Add($"{path} walks over {table}:\n{command.Sql}\n{string.Join('\n', plan)}\n");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(6)) + $"\n{wrong.Count} in all");
    }

    [Fact]
    public async Task A_walk_is_seen_as_one()
    {
        await Fill();
        using var heard = new Heard(_platform.Services.GetRequiredService<Engine>());
        using var own = new Activity("walk").Start();
        foreach (var walk in new Func<Database, Task>[] { db => db.Set<Place>().CountAsync(), db => db.Set<Place>().Where(p => p.TimeZone == "x").ToListAsync(), db => db.Set<Place>().GroupBy(p => p.NameKey).Select(g => new { g.Key, Count = g.Count() }).ToListAsync() })
        {
            heard.Clear();
            await _platform.Read(async db => { await walk(db); return 0; });
            var command = Assert.Single(heard.Commands, c => c.Sql.Contains("places_place", StringComparison.Ordinal));
            Assert.Equal("places_place", Walks(command.Sql, await Plan(command)));
        }
    }

    [Fact]
    public async Task A_search_that_fetches_what_it_looks_at_is_seen_as_one()
    {
        using var heard = new Heard(_platform.Services.GetRequiredService<Engine>());
        using var own = new Activity("search").Start();
        foreach (var (search, fetches) in new (Func<Database, Task>, bool)[] { (db => db.Set<Place>().Where(p => p.NameKey.Contains("ca")).OrderBy(p => p.NameKey).Take(5).Select(p => new { p.Id, p.Name }).ToListAsync(), true), (db => db.Set<Place>().Where(p => p.NameKey.Contains("ca")).OrderBy(p => p.NameKey).Take(5).Select(p => p.Id).ToListAsync(), false) })
        {
            heard.Clear();
            await _platform.Read(async db => { await search(db); return 0; });
            Assert.Equal(fetches, FetchesToLookAtNames(Assert.Single(heard.Commands, c => c.Sql.Contains("places_place", StringComparison.Ordinal)).Sql));
        }
    }

    private const string Job = "22222222-2222-7222-8222-222222222222";
    private const string Own = "11111111-1111-7111-8111-111111111111";

    private static readonly string[] Paths =
    [
        "/console", "/console/places", "/console/places?page=3", "/console/places?country=GT", "/console/places?kind=legal", "/console/places?kind=legal&country=GT", "/console/places?sort=assured", "/console/places?sort=changed",
        "/console/places?state=queued", "/console/places?state=queued&country=GT", "/console/places?state=published", "/console/places?state=hidden", "/console/places?state=doubtful", "/console/places?state=second", "/console/places?state=second&country=GT", "/console/places?state=withdrawn", "/console/places?state=due", "/console/places?state=stale&sort=assured",
        "/console/places?q=casa", "/console/places?q=zzz&country=GT", "/console/places?cell=149.-923.5", "/console/places/map", "/console/places/map?country=GT", "/console/places/map?at=14.-93.2", "/console/places/map?kind=legal&state=queued",
        "/console/places/due", "/console/places/due?kind=legal", "/console/places/due?country=GT", "/console/places/due?country=GT&kind=shelter", "/console/places/asked", "/console/places/asked?view=unreached", "/console/places/asked?view=silent", "/console/places/asked?sort=when&channel=mail", "/console/places/asked/export", "/console/places/asked/export?country=GT&view=answered",
        "/console/places/duplicates", "/console/places/duplicates?sort=-since&country=GT", "/console/places/duplicates?reason=same_phone", "/console/places/duplicates/export", "/console/places/imports", "/console/places/imports?sort=file&state=ended",
        "/console/places/imports/export", $"/console/places/imports/{Job}", $"/console/places/imports/{Job}?sort=name&outcome=added", $"/console/places/imports/{Job}?show=findings&sort=-row&reason=html", $"/console/places/imports/{Job}/rows/export", $"/console/places/imports/{Job}/export", "/console/places/warnings", "/console/places/reports", "/console/places/figures", "/console/places/changes", "/console/places/claims", "/console/places/hidden", "/console/mine",
    ];

    // Here a page is fifty rows, or twenty-five: an index gives them in their order, and nothing is read to be sorted.
    private static readonly HashSet<string> Ordered =
    [
        "/console/places", "/console/places?page=3", "/console/places?country=GT", "/console/places?kind=legal", "/console/places?kind=legal&country=GT", "/console/places?sort=assured", "/console/places?sort=changed",
        "/console/places?state=queued", "/console/places?state=queued&country=GT", "/console/places?state=hidden", "/console/places?state=doubtful", "/console/places/due", "/console/places/due?kind=legal", "/console/places/due?country=GT",
    ];

    private static bool Sorts(List<string> plan) => plan.Exists(l => l.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) || l.TrimStart(' ', '-', '>').StartsWith("Sort ", StringComparison.Ordinal));

    private async Task Fill()
    {
        var now = _platform.Clock.Now;
        var organization = new Organization { Id = new(Own), Name = "Red Inventada" };
        var places = Enumerable.Range(0, 400).Select(i => Some.Place($"Casa {i:000}", country: i % 2 == 0 ? "GT" : "HN", approved: i % 40 != 0, kind: i % 3 == 0 ? PlaceKinds.Legal : PlaceKinds.Shelter, assuredAt: now.AddDays(-i))).ToList();
        foreach (var place in places.Where((_, i) => i % 25 == 0)) place.OrganizationId = organization.Id;
        places[7].Doubt(now);
        var run = new ImportRun { List = "lista", Profile = "plain", FileName = "lista.csv", FileHash = "", StartedAt = now };
        var job = new ImportJob { Id = new(Job), Country = "GT", By = Guid.CreateVersion7(), FileName = "lista.csv", Kind = FileKind.Csv, Size = 1, UploadedAt = now };
        await _platform.Given([organization, .. places, run, job, .. Enumerable.Range(0, 200).Select(i => new ImportFinding { RunId = run.Id, Row = $"{i}", Number = i, Outcome = Outcomes.Accepted, Reason = Reasons.Html })]);
        await _platform.In(async (db, _) => await db.Acting("places_import_job", () => db.Set<ImportJob>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(j => j.SetProperty(x => x.RunId, run.Id).SetProperty(x => x.State, JobStates.Ended)), default));
        await _platform.Given([
            .. places.Take(200).SelectMany((p, i) => new object[]
            {
                new Ask { PlaceId = p.Id, Period = "0.0", Channel = Channels.Mail, AddressHash = $"{i}", Language = "es", AskedAt = now.AddDays(-i % 40), EndsAt = now.AddDays(3), NextAt = now.AddDays(3) },
                ProblemReport.From(new(p.Id, "closed", null, $"code{i}"), now.AddDays(-i), now), new PlaceMark { PlaceId = p.Id, Kind = PlaceMark.Name, Value = $"{i}" }, new Warning { Kind = Warning.MixedLetters, PlaceId = p.Id, Value = "", FoundAt = now },
                new Verification { PlaceId = p.Id, By = Guid.CreateVersion7(), At = now.AddDays(-10 * i) }, new ImportChange { RunId = run.Id, PlaceId = p.Id, Row = $"{i}", What = ImportChange.Added, After = "" },
            }),
            .. places.Skip(200).Zip(places.Skip(300)).Select(p => Deciding.Ordered(p.First.Id, p.Second.Id)).Select(p => new DuplicateProposal { FirstId = p.Item1, SecondId = p.Item2, Reasons = "same_phone", ProposedAt = now }),
            .. Enumerable.Range(0, 60).Select(i => new PlaceFigure { Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-i), Country = "GT", Kind = PlaceKinds.Legal, IsHidden = false, Assured = i, Due = 1, Stale = 1, Never = 1 }),
        ]);
        if (TestEngine.Postgres is not null) await _platform.In(async (db, _) => await db.Acting("test", () => db.Database.ExecuteSqlRawAsync("ANALYZE"), default));
    }

    private Task<List<string>> Plan(Said said) => _platform.In(async (db, _) =>
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State is not System.Data.ConnectionState.Open) await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // A table of a test is small enough that reading it whole is cheaper: the question is what there is besides.
        if (TestEngine.Postgres is not null)
        {
            command.CommandText = "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
            await command.ExecuteNonQueryAsync();
        }
        command.CommandText = (TestEngine.Postgres is null ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + said.Sql;
        foreach (var parameter in said.Parameters) command.Parameters.Add(Copy(parameter, command));
        var plan = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) plan.Add(Convert.ToString(rows.GetValue(rows.FieldCount - 1), CultureInfo.InvariantCulture)!);
        return plan;
    });

    private static DbParameter Copy(DbParameter parameter, DbCommand command)
    {
        if (parameter is NpgsqlParameter npgsql) return npgsql.Clone();
        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
        return copy;
    }

    // The map once read all entries anew for each of its circles: two seconds at ten thousand.
    private static bool AsksAgain(string sql) =>
        sql.Contains("\nGROUP BY", StringComparison.Ordinal) && sql.IndexOf("SELECT", 1, StringComparison.Ordinal) is > 0 and var inner && inner < sql.IndexOf("\nFROM", StringComparison.Ordinal);

    // An index of names answers which entries they are, and of nothing else.
    private static bool FetchesToLookAtNames(string sql) => sql.Contains("LIMIT", StringComparison.Ordinal) && sql.Contains("places_place", StringComparison.Ordinal) && sql[..sql.IndexOf("FROM", StringComparison.Ordinal)].Contains(',', StringComparison.Ordinal);

    // An index over a month ends, and grows with the directory all the same.
    private static bool SumsMessages(string sql) => sql.Contains("\"kernel_outgoing\"", StringComparison.Ordinal) && (sql.Contains("\nGROUP BY", StringComparison.Ordinal) || sql.Contains("sum(", StringComparison.OrdinalIgnoreCase));

    /// <returns>The table that grows with the directory and is walked over; null where none is.</returns>
    private static string? Walks(string sql, List<string> plan)
    {
        // A question that nothing can answer reads nothing.
        if (sql.TrimEnd().EndsWith("WHERE 0", StringComparison.Ordinal)) return null;
        // What asks only whether there is one stops at the first; an index of what is asked for holds nothing else.
        var ends = sql.Contains("LIMIT", StringComparison.Ordinal) || (sql.StartsWith("SELECT EXISTS", StringComparison.Ordinal) && plan.Exists(l => l.Contains("is_demonstration", StringComparison.Ordinal)));
        if (TestEngine.Postgres is null)
        {
            var names = Named().Matches(sql).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
            foreach (var line in plan.Select(l => Scan().Match(l)).Where(m => m.Success))
            {
                var table = names[line.Groups[1].Value].Append(line.Groups[1].Value).FirstOrDefault(Grows.Contains);
                if (table is not null && (!line.Groups[2].Value.Contains("INDEX", StringComparison.Ordinal) || !ends)) return table;
            }
            return null;
        }
        for (var i = 0; i < plan.Count; i++)
        {
            if (Reads().Match(plan[i]) is not { Success: true } read || !Grows.Contains(read.Groups[2].Value)) continue;
            var seeks = plan.Skip(i + 1).TakeWhile(l => !l.Contains("->", StringComparison.Ordinal)).Any(l => l.Contains("Index Cond", StringComparison.Ordinal));
            if (read.Groups[1].Value.Contains("Seq", StringComparison.Ordinal) || (!seeks && !ends)) return read.Groups[2].Value;
        }
        return null;
    }

    private static readonly HashSet<string> Grows =
    [
        "places_place", "places_whereabouts", "places_ask", "kernel_outgoing", "places_mark", "places_import_finding", "places_import_change", "places_verification", "places_problem_report", "places_duplicate_proposal", "places_warning", "places_merge",
        "places_proposed_change", "places_claim",
    ];

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("^SCAN (\\w+)(.*)")]
    private static partial Regex Scan();

    [GeneratedRegex("((?:Seq|Index|Index Only) Scan).* on (\\w+)")]
    private static partial Regex Reads();

    private sealed record Said(string Sql, List<DbParameter> Parameters);

    /// <summary>Hears what the program asks of this platform's database, word for word.</summary>
    private sealed class Heard : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _listening = [];
        private readonly string _database;

        public Heard(Engine engine)
        {
            _database = engine.File ?? new NpgsqlConnectionStringBuilder(engine.Connection).Database!;
            _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        private ConcurrentQueue<Said> Queue { get; } = new();
        public IEnumerable<Said> Commands => Queue.Where(c => c.Sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) && c.Sql.Contains(" AS ", StringComparison.Ordinal)).DistinctBy(c => c.Sql);

        public void Clear() => Queue.Clear();

        public void OnNext(DiagnosticListener value)
        {
            // Whoever listens to requests makes each of them known by an activity: by it a page's questions are told from those of work in the background.
            if (value.Name is DbLoggerCategory.Name or "Microsoft.AspNetCore") lock (_listening) _listening.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Activity.Current is null || value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: { Connection: { } connection } command }) return;
            if (connection.DataSource == _database || connection.Database == _database) Queue.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>()]));
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }

        public void Dispose()
        {
            lock (_listening) foreach (var one in _listening) one.Dispose();
        }
    }

    public void Dispose() => _platform.Dispose();
}
