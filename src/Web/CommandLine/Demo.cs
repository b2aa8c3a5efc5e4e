using Amparo.Contracts.Places;

namespace Amparo.Web.CommandLine;

internal sealed class Demo : Verb, ITakesOptions
{
    public override string Name => "demo";
    public override string Summary => "Fills an empty installation with invented centres.";
    public override string Help => """
        ./amparo demo [--count N] [--data DIR]

        Adds 1,600 invented centres (or N, to try the software with more) over the real gazetteer: the mix of kinds, hours and
        languages of the region, telephone numbers that cannot be assigned. Every page then says that nothing on it exists.
        An installation that holds real entries refuses: a person at a border must never be sent to an invented door.
        Afterwards: ./amparo publish
        """;

    public IReadOnlyList<string> Options => ["--count"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        var count = arguments.Number("--count", 1600, 1, 2_000_000);
        await using var services = Services(arguments);
        try
        {
            var added = await As(services, "places.demonstration", async scope =>
            {
                await MustBeReady(scope, stop);
                return await scope.GetRequiredService<IDemonstration>().Load(count, Tell, stop);
            });
            Console.WriteLine(added == 0 ? "There are entries already; nothing was added." : $"Added {added} invented centres.");
            return 0;
        }
        catch (RuleBroken broken)
        {
            throw new CannotDo(services.GetRequiredService<Texts>().In(Languages.Base)[broken.Key]);
        }
    }

    private static void Tell(int added)
    {
        if (added % 10_000 == 0) Console.Error.WriteLine($"{added} …");
    }
}
