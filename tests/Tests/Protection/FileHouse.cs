using Amparo.Protection.People;
using Amparo.Protection.Sealing;
using Amparo.Tests.Access;
using Amparo.Tests.Office;
using AngleSharp.Dom;
using Worker = Amparo.Tests.Office.Person;

namespace Amparo.Tests.Protection;

/// <summary>A platform with people who work in teams, at desks whose sessions open their keys.</summary>
internal sealed class FileHouse : IDisposable
{
    public const string People = "/console/people", Teams = "/console/teams";

    public Platform Platform { get; } = new();

    public async Task<Worker> Somebody(string role, string country = "GT")
    {
        var person = await Platform.Begun();
        await Platform.Given(Desks.Given(person.Id, role, Scope.Country(country), Platform.Clock.Now));
        return person;
    }

    /// <summary>A desk whose session opens the person's key.</summary>
    public async Task<Desk> Desk(Worker person)
    {
        Platform.Clock.Now += TimeSpan.FromMinutes(1);
        var desk = new Desk(Platform) { AccountId = person.Id };
        using var answer = await desk.SignIn(person, Platform.Clock.Now);
        Assert.NotNull(desk.Cookie);
        return desk;
    }

    public async Task<(Worker Who, Desk Desk)> At(string role, string country = "GT")
    {
        var who = await Somebody(role, country);
        return (who, await Desk(who));
    }

    /// <summary>Somebody who keeps files, in a team of her own, and who leads it.</summary>
    public async Task<(Desk Desk, Guid Team, Worker Lead)> Officer()
    {
        var (leader, lead) = await At("protection_supervisor");
        var team = await Team(lead);
        var officer = await Somebody("protection_officer");
        await Add(lead, team, officer, "case_worker");
        lead.Dispose();
        return (await Desk(officer), team, leader);
    }

    public static async Task<Guid> Team(Desk supervisor, string name = "Equipo Ceiba", string country = "GT")
    {
        using var answer = await supervisor.Post(Teams + "/new", null, ("Name", name), ("Country", country));
        return IdIn(await Ended(answer, "team_made"), Teams);
    }

    public static async Task Add(Desk by, Guid team, Worker who, string function)
    {
        using var answer = await by.Post($"{Teams}/{team}/add", null, ("Email", who.Email), ("Function", function));
        await Ended(answer, "member_added");
    }

    public Task<HttpResponseMessage> Leave(Desk by, Guid team, Guid account) => Of(by, team, account, "remove");

    public async Task<HttpResponseMessage> Of(Desk by, Guid team, Guid account, string deed)
    {
        var member = await Platform.Read(db => db.Set<Amparo.Protection.Teams.Member>().Where(m => m.TeamId == team && m.AccountId == account && m.LeftAt == null).Select(m => m.Id).SingleAsync());
        var print = await Platform.Read(async db => SealedFor.PrintOf((await db.Set<AccountKey>().SingleAsync(k => k.AccountId == account)).PublicKey));
        return await by.Post($"{Teams}/{team}/{deed}", null, ("Member", member.ToString()), ("Print", print));
    }

    /// <summary>A file with something to call her by and what else is given.</summary>
    public static async Task<Guid> File(Desk officer, Guid team, params (string Name, string Value)[] more)
    {
        using var answer = await Register(officer, team, more);
        return IdIn(await Ended(answer, "file_opened"), People);
    }

    public static Task<HttpResponseMessage> Register(Desk officer, Guid team, params (string Name, string Value)[] more)
    {
        var fields = new List<(string Name, string Value)> { ("Team", team.ToString()), ("CalledBy", "Flor"), ("Age", "30"), ("Means", "verbal"), ("SpokenIn", "es") };
        fields.RemoveAll(f => more.Any(m => m.Name == f.Name));
        return officer.Post(People + "/new", null, [.. fields, .. more.Where(m => m.Value.Length > 0)]);
    }

    /// <summary>Says why, and shows the file.</summary>
    public static async Task<IDocument> Opened(Desk desk, Guid file, string reason = "follow_up")
    {
        using var answer = await desk.Post($"{People}/{file}/why", null, ("Reason", reason));
        Assert.Equal($"{People}/{file}", answer.Headers.Location?.ToString());
        return await desk.Page($"{People}/{file}");
    }

    /// <summary>Records what she agrees to, for another team, and gives it.</summary>
    public async Task<Guid> Give(Desk officer, Guid file, Guid team, string purpose = "referral", params string[] sections)
    {
        await Agree(officer, file, team, purpose, sections);
        var line = await Platform.Read(db => db.Set<Amparo.Protection.Consent.ConsentEntry>().Where(c => c.PersonId == file).OrderByDescending(c => c.Number).Select(c => c.Id).FirstAsync());
        using var answer = await officer.Post($"{People}/{file}/access/give", null, ("Consent", line.ToString()));
        await Ended(answer, "access_given");
        return line;
    }

    public static async Task Agree(Desk officer, Guid file, Guid team, string purpose = "referral", params string[] sections)
    {
        using var answer = await officer.Post($"{People}/{file}/consent/new", null,
            [("Purpose", purpose), ("To", team.ToString()), ("Days", "30"), ("Means", "signature"), ("SpokenIn", "es"), .. (sections.Length == 0 ? ["needs"] : sections).Select(s => ("Sections", s))]);
        await Ended(answer, "consent_recorded");
    }

    public static async Task<HttpResponseMessage> Withdraw(Desk officer, Guid file, Guid line) => await officer.Post($"{People}/{file}/consent/withdraw", null, ("Entry", line.ToString()));

    public Task<int> Keys(Guid team) => Platform.Read(db => db.Set<SectionKey>().CountAsync(k => db.Set<Ring>().Any(r => r.Id == k.RingId && r.TeamId == team)));

    public Task<Amparo.Protection.People.Person> Row(Guid file) => Platform.Read(db => db.Set<Amparo.Protection.People.Person>().AsNoTracking().SingleAsync(p => p.Id == file));

    /// <summary>What lies on disks: the data folder, and of PostgreSQL the files of this database and its log of writes.</summary>
    public async Task<IReadOnlyList<byte[]>> Files()
    {
        var folders = new List<string> { Platform.Data.Path };
        if (TestEngine.Postgres is not null)
        {
            await Sql("CHECKPOINT");
            var cluster = await Sql("SHOW data_directory");
            folders.AddRange([Path.Combine(cluster, "base", await Sql("SELECT oid::text FROM pg_database WHERE datname = current_database()")), Path.Combine(cluster, "pg_wal")]);
        }
        else await Sql("PRAGMA wal_checkpoint(TRUNCATE)");
        return [.. folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Select(Read)];

        Task<string> Sql(string text) => Platform.Read(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            return (await command.ExecuteScalarAsync())?.ToString() ?? "";
        });

        static byte[] Read(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes;
        }
    }

    public static async Task<string> Ended(HttpResponseMessage answer, string done)
    {
        var to = answer.Headers.Location?.ToString();
        if (to is null || !to.EndsWith("?done=" + done, StringComparison.Ordinal)) Assert.Fail($"{(int)answer.StatusCode} {to} {(await Access.Desk.Read(answer)).QuerySelector("[role=alert]")?.TextContent}");
        return to!;
    }

    public static async Task<string> Refused(HttpResponseMessage answer, int status = 422)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        return (await Access.Desk.Read(answer)).QuerySelector("[role=alert]")!.TextContent;
    }

    private static Guid IdIn(string path, string after) => Guid.Parse(path[(after.Length + 1)..(after.Length + 37)]);

    public void Dispose() => Platform.Dispose();
}
