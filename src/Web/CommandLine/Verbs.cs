namespace Amparo.Web.CommandLine;

/// <summary>The command line: <c>./amparo VERB</c>.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } = [new Serve(), new Import(), new Publish(), new Verify(), new Accounts(), new Demo(), new Keys(), new Db(), new Backup(), new Restore(), new Check(), new Audit(), new Sms(), new PackVerb()];

    public static async Task<int> Run(string[] words)
    {
        // Test hosts start the program without a verb and hand settings as options; the script gives a person help instead.
        if (words.FirstOrDefault() is not { } name || (name.StartsWith("--", StringComparison.Ordinal) && name != "--help")) return await Serve.AsHosted(words);
        if (name is "help" or "--help") return Teach(words.ElementAtOrDefault(1));
        if (All.FirstOrDefault(v => v.Name == name) is not { } verb)
        {
            Console.Error.WriteLine($"'{name}' is not a verb of amparo.");
            return Teach(null) + 2;
        }
        if (words.Contains("--help")) return Teach(name);

        using var stopping = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stopping.Cancel(); };
        try
        {
            return await verb.Run(Read(verb, words), stopping.Token);
        }
        catch (AskedWrongly wrong)
        {
            Console.Error.WriteLine($"{wrong.Message}\nSee: ./amparo {name} --help");
            return 2;
        }
        catch (Exception e) when (e is CannotDo or DatabaseTooNew or DataFolderOpen)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped. What was finished before stays; run it again to go on.");
            return 130;
        }
    }

    private static Arguments Read(Verb verb, string[] words)
    {
        var rest = words.ToList();
        rest.Remove(verb.Name);
        return new(rest, verb is ITakesOptions o ? new HashSet<string>(o.Options) { "--data" } : new HashSet<string> { "--data" },
            verb is ITakesOptions s ? s.Switches.ToHashSet() : []);
    }

    private static int Teach(string? name)
    {
        if (All.FirstOrDefault(v => v.Name == name) is { } verb)
        {
            Console.WriteLine(verb.Help);
            return 0;
        }
        Console.WriteLine("Usage: ./amparo VERB [words] [--data DIR]\n");
        foreach (var each in All) Console.WriteLine($"  {each.Name,-10} {each.Summary}");
        Console.WriteLine("\n./amparo VERB --help says more. The data folder is --data DIR, else AMPARO__Data, else ./data.");
        return 0;
    }
}

/// <summary>The options (with a value) and switches (without) that a verb knows besides <c>--data DIR</c>.</summary>
internal interface ITakesOptions
{
    IReadOnlyList<string> Options { get; }
    IReadOnlyList<string> Switches { get; }
}
