using Amparo.Web.CommandLine;
using Microsoft.Data.Sqlite;

namespace Amparo.Tests.CommandLine;

/// <summary>The command line as a person uses it, over folders of its own. One at a time: it speaks to the console.</summary>
[Collection("console")]
public abstract class CommandLineTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-cli-").FullName;
    private readonly List<string> _databases = [];

    protected string Said { get; private set; } = "";

    /// <summary>A data folder; on PostgreSQL with an empty database of its own.</summary>
    protected string NewData(string name)
    {
        var folder = Path.Combine(_folder, name);
        if (TestEngine.Postgres is not null)
        {
            _databases.Add(TestEngine.Empty());
            Environment.SetEnvironmentVariable("AMPARO__Database", _databases[^1]);
        }
        return folder;
    }

    protected string PathOf(string name) => Path.Combine(_folder, name);

    protected async Task<int> Amparo(params string[] words)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(said);
        Console.SetError(said);
        try
        {
            return await Verbs.Run(words);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            Said = said.ToString();
        }
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("AMPARO__Database", null);
        SqliteConnection.ClearAllPools();
        foreach (var database in _databases) TestEngine.Drop(database);
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleCollection;
