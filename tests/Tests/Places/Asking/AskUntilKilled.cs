using Amparo.Web;
using Amparo.Places.Asking;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Tests.Places.Asking;

/// <summary>A program that queues and sends without end over a data folder, to be killed.</summary>
internal static class AskUntilKilled
{
    public const string Word = "ask-until-killed", Ready = "ready";

    // Day in Mexico: the clock of the process stands still there.
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run(string folder)
    {
        await using var services = Over(folder, new FixedClock(Noon));
        var (round, sender) = (services.GetRequiredService<AskRound>(), services.GetRequiredService<MessageSender>());
        for (var first = true; ; first = false)
        {
            foreach (var ids in (await round.Due(default)).Chunk(7))
            {
                await round.Queue(ids, default);
                if (first) Console.WriteLine(Ready);
                first = false;
                await sender.SendDue(default);
            }
            if (first) Console.WriteLine(Ready);
            await sender.SendDue(default);
        }
    }

    public static ServiceProvider Over(string folder, FixedClock clock)
    {
        var services = new ServiceCollection().AddLogging().AddOptions().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddKernel(Engine.From("sqlite", folder), new(folder)).AddModules().AddSending();
        services.RemoveAll<TimeProvider>();
        return services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailer, FakePost>()
            .AddSingleton(p => Texts.From([.. p.GetServices<Module>().Select(m => m.Assembly), typeof(Amparo.Public.PublicSite).Assembly, typeof(Database).Assembly])).BuildServiceProvider();
    }
}
