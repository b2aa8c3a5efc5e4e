using System.Net.Mail;
using Amparo.Contracts;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Web.CommandLine;

internal sealed class Accounts : Verb, ITakesOptions
{
    public override string Name => "accounts";
    public override string Summary => "Makes the first administrator, names who reads complaints first, lists and disables accounts: accounts create-admin|name-safeguarding|list|disable.";
    public override string Help => """
        ./amparo accounts create-admin --email ADDRESS --name NAME [--language es|en] [--data DIR]
        ./amparo accounts name-safeguarding --email ADDRESS [--data DIR]
        ./amparo accounts list [--data DIR]
        ./amparo accounts disable --email ADDRESS [--data DIR]

        create-admin  makes an account that administers accounts in the whole region, and prints a link that works once and ends in
                      three days. Give it to that person alone: who opens it chooses password and codes. There is no password
                      to print. Every other account is invited from the console.
        name-safeguarding
                      says that this account, which must have signed in once, reads what people say of those who work here, in the
                      whole region. Only while nobody can read it: everybody after the first gets the role in the console and is
                      confirmed there by somebody who reads. Choose a person outside of every chain of command.
        list          prints every account, its state and its roles.
        disable       ends every session of an account at once and closes it, for the day on which nobody can sign in to do so.

        Links begin with AMPARO__PublicUrl, else with http://localhost:5080.
        """;

    public IReadOnlyList<string> Options => ["--email", "--name", "--language"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        await using var services = Services(arguments);
        return arguments.Plain switch
        {
            ["create-admin"] => await As(services, "office.accounts.create_admin", scope => Create(scope, arguments, stop)),
            ["name-safeguarding"] => await As(services, "safeguarding.work", scope => NameReader(scope, arguments, stop)),
            ["list"] => await As(services, "office.accounts.list", scope => List(scope, stop)),
            ["disable"] => await As(services, "office.accounts.disable", scope => Disable(scope, arguments, stop)),
            _ => throw new AskedWrongly("accounts knows four words: create-admin, name-safeguarding, list, disable."),
        };
    }

    private static async Task<int> Create(IServiceProvider scope, Arguments arguments, CancellationToken stop)
    {
        if (arguments["--email"] is not { Length: > 3 and <= Account.LongestEmail } email || !MailAddress.TryCreate(email, out _)) throw new AskedWrongly("create-admin needs --email ADDRESS.");
        if (arguments["--name"]?.Trim() is not { Length: > 1 and <= Account.LongestName } name) throw new AskedWrongly("create-admin needs --name NAME.");
        var language = arguments["--language"] ?? Languages.Base;
        if (!ConsolePage.Languages.Contains(language)) throw new AskedWrongly("--language is es or en.");
        await MustBeReady(scope, stop);

        var db = scope.GetRequiredService<Database>();
        try
        {
            var (account, token) = await scope.GetRequiredService<Invitations>().Invite(email, name, language, null, null, stop);
            db.Add(new Assignment
            {
                AccountId = account.Id, Role = RoleNames.Administrator, ScopeKind = Scope.RegionKind, ScopeValue = "", GivenAt = scope.GetRequiredService<TimeProvider>().GetUtcNow(),
            });
            await db.SaveChangesAsync(stop);
            Console.WriteLine($"{scope.GetRequiredService<Letters>().Site}{ConsolePaths.Invitation}?code={token}");
            Console.Error.WriteLine("The link works once and ends in three days. Who opens it chooses how to sign in.");
            return 0;
        }
        catch (RuleBroken)
        {
            throw new CannotDo("There is an account with that address already. See: ./amparo accounts list");
        }
    }

    private static async Task<int> NameReader(IServiceProvider scope, Arguments arguments, CancellationToken stop)
    {
        var email = arguments["--email"] ?? throw new AskedWrongly("name-safeguarding needs --email ADDRESS.");
        await MustBeReady(scope, stop);
        try
        {
            await scope.GetRequiredService<IFirstReader>().Name(email, stop);
            Console.WriteLine("Named. From now on complaints are sealed for this account; those that waited follow within a minute.");
            Console.Error.WriteLine("Name a second person, of another organisation, in the console: what is said of one only the other may read.");
            return 0;
        }
        catch (RuleBroken broken)
        {
            throw new CannotDo(scope.GetRequiredService<Texts>().In("en")[broken.Key]);
        }
    }

    private static async Task<int> List(IServiceProvider scope, CancellationToken stop)
    {
        await MustBeReady(scope, stop);
        var db = scope.GetRequiredService<Database>();
        var roles = (await db.Set<Assignment>().AsNoTracking().ToListAsync(stop)).ToLookup(a => a.AccountId);
        foreach (var account in await db.Set<Account>().AsNoTracking().OrderBy(a => a.EmailKey).ToListAsync(stop))
        {
            var state = account.DisabledAt is not null ? "disabled" : account.FirstSignInAt is null ? "invited" : "active";
            Console.WriteLine($"{account.Email,-40} {state,-9} {string.Join(", ", roles[account.Id].Select(a => a.ScopeValue.Length == 0 ? a.Role : $"{a.Role} in {a.ScopeValue}"))}");
        }
        return 0;
    }

    private static async Task<int> Disable(IServiceProvider scope, Arguments arguments, CancellationToken stop)
    {
        await MustBeReady(scope, stop);
        var db = scope.GetRequiredService<Database>();
        var key = Account.KeyOf(arguments["--email"] ?? throw new AskedWrongly("disable needs --email ADDRESS."));
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.EmailKey == key, stop) ?? throw new CannotDo("There is no account with that address. See: ./amparo accounts list");
        if (account.DisabledAt is not null) throw new CannotDo("The account is disabled already.");
        account.Disable(scope.GetRequiredService<TimeProvider>().GetUtcNow());
        await scope.GetRequiredService<Sessions>().EndAll(account.Id, but: null, stop);
        await db.SaveChangesAsync(stop);
        Console.WriteLine("Disabled. Every session of the account has ended.");
        return 0;
    }
}
