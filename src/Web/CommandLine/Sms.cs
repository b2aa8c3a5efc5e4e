using System.Globalization;
using Amparo.Publication;

namespace Amparo.Web.CommandLine;

internal sealed class Sms : Verb, ITakesOptions
{
    public override string Name => "sms";
    public override string Summary => "Says what an SMS would be answered with.";
    public override string Help => """
        ./amparo sms "ALBERGUE TAPACHULA" [more messages] [--language es] [--from-country MX] [--data DIR]

        Answers from the edition that readers see, as a telephone would get it, with its parts and letters counted. Nothing is
        sent and nothing is kept. Several messages are one conversation: ./amparo sms "ALBERGUE TAPACHULA" MAS "CONSULADO HONDURAS"
        --language is the one in which it begins (es, en, fr, pt, ht); whoever writes in another is answered in that one.
        --from-country is the country of the telephone's number, a guess at where somebody is and no more.
        Try it before a gateway is set (docs/operating.md), and to see what people get: it needs an edition (./amparo publish).
        """;

    public IReadOnlyList<string> Options => ["--language", "--from-country"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        var language = arguments["--language"] ?? Languages.Base;
        if (!Languages.All.Contains(language)) throw new AskedWrongly($"--language is one of {string.Join(", ", Languages.All)}.");
        if (arguments["--from-country"] is { } country && country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) throw new AskedWrongly("--from-country is two capital letters, such as MX.");
        if (arguments.Plain.Count == 0) throw new AskedWrongly("Say what somebody would write: ./amparo sms \"ALBERGUE TAPACHULA\"");
        await using var services = Services(arguments);
        var version = services.GetRequiredService<EditionStore>().CurrentVersion() ?? throw new CannotDo("Nothing was published in this data folder. Run: ./amparo publish");
        try
        {
            services.GetRequiredService<CurrentEdition>().Replace(services.GetRequiredService<EditionLoader>().Open(version));
        }
        catch (Exception e) when (e is EditionDamaged or KeyRefused)
        {
            throw new CannotDo($"The edition cannot be read: {e.Message} Run: ./amparo verify");
        }
        foreach (var turn in services.GetRequiredService<ISmsConversation>().Rehearse(arguments.Plain, language, arguments["--from-country"])) Say(turn);
        return 0;
    }

    private static void Say(SmsTurn turn)
    {
        Console.WriteLine($"> {turn.Asked}");
        if (turn is not { Answered: { } answer, Length: { } length })
        {
            Console.WriteLine("(nothing is sent)\n");
            return;
        }
        Console.WriteLine(answer);
        var room = (length.IsPlain, length.Segments) switch { (true, 1) => 160, (true, var n) => 153 * n, (false, 1) => 70, (false, var n) => 67 * n };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"({length.Segments} {(length.Segments == 1 ? "part" : "parts")}, {(length.IsPlain ? "GSM-7" : "UCS-2")}, {length.Units} of {room})\n"));
    }
}
