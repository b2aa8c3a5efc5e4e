namespace Amparo.Tests.Audit;

/// <summary>The entry of this assembly, for the tests that need a program to kill: writes, chains and signs without end over a data folder.</summary>
internal static class UntilKilled
{
    public const string Word = "write-until-killed", Act = "test.killed", Ready = "ready";

    private static async Task<int> Main(string[] args)
    {
        if (args is [Places.Asking.AskUntilKilled.Word, var asking]) return await Places.Asking.AskUntilKilled.Run(asking);
        if (args is [Safeguarding.TellUntilKilled.Word, var telling, var from]) return await Safeguarding.TellUntilKilled.Run(telling, int.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        if (args is not [Word, var folder]) return 2;
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddKernel(Engine.From("sqlite", folder), new(folder)).BuildServiceProvider();
        for (var i = 0; ; i++)
        {
            await Do(services, s => s.GetRequiredService<IInbox>().Put(Act, Guid.CreateVersion7().ToString("N"), "{}", default));
            if (i == 0) Console.WriteLine(Ready);
            if (i % 3 == 0) await Do(services, s => s.GetRequiredService<AuditSealer>().Seal(default));
            if (i % 10 == 0) await Do(services, s => s.GetRequiredService<AuditSealer>().Sign(default));
        }
    }

    private static async Task Do(IServiceProvider services, Func<IServiceProvider, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        await work(scope.ServiceProvider);
    }
}
