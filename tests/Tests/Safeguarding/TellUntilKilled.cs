using Amparo.Contracts.Safeguarding;
using Amparo.Web;

namespace Amparo.Tests.Safeguarding;

/// <summary>A program that takes complaints without end over a data folder, and hands over what waits, to be killed.</summary>
internal static class TellUntilKilled
{
    public const string Word = "tell-until-killed", Marker = "zarzamora", Back = "mandragora";

    /// <summary>Takes from a number on, and says each one that was answered as taken.</summary>
    public static async Task<int> Run(string folder, int from)
    {
        await using var services = Over(folder);
        Console.WriteLine("ready");
        for (var i = from; ; i++)
        {
            await In(services, s => s.GetRequiredService<IComplaints>().Put(Said(i), Key(i), default));
            Console.WriteLine(i);
            if (i % 3 == 0) await In(services, s => s.GetRequiredService<IComplaints>().WriteBack(Code(i), "back" + Key(i), Words(i, Back), default));
        }
    }

    public static SaidComplaint Said(int i) => new(Code(i), Words(i, Marker), "", "es", "GT", null, null, [], false);

    // As long as somebody's story: it fills pages of its own.
    public static string Words(int i, string marker) => string.Concat(Enumerable.Repeat($"{marker} {i} ", 60));

    public static string Key(int i) => $"{i:00000000}{new string('k', 24)}";
    public static string Code(int i) => $"CODE{i:00000000}";

    public static ServiceProvider Over(string folder) => TestServices.Over(Engine.From("sqlite", folder), folder);

    public static async Task<T> Get<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "public.complaint";
        return await work(scope.ServiceProvider);
    }

    public static Task In(IServiceProvider services, Func<IServiceProvider, Task> work) => Get(services, async s => { await work(s); return 0; });
}
