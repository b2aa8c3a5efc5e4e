using Amparo.Contracts.Places;

namespace Amparo.Web.CommandLine;

/// <summary>One line on the terminal that is written over; a line each ten seconds where the output goes to a file.</summary>
internal sealed class ImportProgressLine(TextWriter output, Words words, TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private readonly TimeSpan _pause = Console.IsErrorRedirected ? TimeSpan.FromSeconds(10) : TimeSpan.FromMilliseconds(300);
    private long _last = clock.GetTimestamp();
    private bool _written;

    public void Report(ImportProgress value)
    {
        if (clock.GetElapsedTime(_last) < _pause) return;
        _last = clock.GetTimestamp();
        var line = value.Checking || value.Of is not { } of ? words.Say("places.import.progress.checking", ("n", value.Rows)) : words.Say("places.import.progress.storing", ("n", value.Rows), ("of", of));
        if (Console.IsErrorRedirected) output.WriteLine(line);
        else output.Write($"\r{line}   ");
        _written = !Console.IsErrorRedirected;
    }

    public void Dispose()
    {
        if (_written) output.WriteLine();
    }
}
