namespace Amparo.Web.CommandLine;

/// <summary>What was typed after the verb: plain words, <c>--options VALUE</c> and <c>--switches</c>, of which unknown ones are refused.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> _options = [];

    /// <exception cref="AskedWrongly">An option is unknown, given twice, or lacks its value.</exception>
    public Arguments(IReadOnlyList<string> words, IReadOnlySet<string> options, IReadOnlySet<string> switches)
    {
        var plain = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = words[i].Split('=', 2) is [var n, var v] && n.StartsWith("--", StringComparison.Ordinal) ? (n, v) : (words[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal)) plain.Add(words[i]);
            else if (switches.Contains(name) && value is null) Add(name, null);
            else if (options.Contains(name)) Add(name, value ?? (i + 1 < words.Count ? words[++i] : throw new AskedWrongly($"{name} needs a value.")));
            else throw new AskedWrongly($"{name} is not an option of this verb.");
        }
        Plain = plain;
    }

    public IReadOnlyList<string> Plain { get; }
    public string? this[string option] => _options.GetValueOrDefault(option);
    public bool Has(string name) => _options.ContainsKey(name);

    public int Number(string option, int otherwise, int from, int to) => this[option] is not { } text ? otherwise
        : int.TryParse(text, out var number) && number >= from && number <= to ? number
        : throw new AskedWrongly($"{option} needs a number from {from} to {to}, not '{text}'.");

    private void Add(string name, string? value)
    {
        if (!_options.TryAdd(name, value)) throw new AskedWrongly($"{name} was given twice.");
    }
}
