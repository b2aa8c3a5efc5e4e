namespace Amparo.Web.CommandLine;

/// <summary>One verb of the command line. Its help teaches: what it does, when one wants it, an example.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }
    public abstract string Summary { get; }
    public abstract string Help { get; }

    /// <returns>0 when it did what it says, 1 when it could not, 2 when it was asked wrongly.</returns>
    public abstract Task<int> Run(Arguments arguments, CancellationToken stop);

    /// <summary>The host's services over the chosen data folder, without a server.</summary>
    protected static ServiceProvider Services(Arguments arguments)
    {
        var configuration = Configuration.For(arguments);
        return new ServiceCollection()
            .AddLogging(l => l.AddConfiguration(configuration.GetSection("Logging")).AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddSingleton(configuration)
            .AddAmparo(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <exception cref="CannotDo">The database is not there, not reachable, or not migrated; the message says which and what to run.</exception>
    protected static async Task MustBeReady(IServiceProvider scope, CancellationToken stop)
    {
        if (await scope.GetRequiredService<Migrator>().Ready(stop) is { } problem) throw new CannotDo(problem);
    }

    /// <summary>Runs the work in one scope under the act that the audit will name.</summary>
    protected static async Task<T> As<T>(IServiceProvider services, string act, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = act;
        return await work(scope.ServiceProvider);
    }
}

/// <summary>The verb was asked wrongly; the message says how to ask.</summary>
internal sealed class AskedWrongly(string message) : Exception(message);

/// <summary>The verb could not do it; the message says what to do next.</summary>
internal sealed class CannotDo(string message) : Exception(message);
