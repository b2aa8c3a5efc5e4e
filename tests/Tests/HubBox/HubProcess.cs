using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Amparo.Tests.HubBox;

/// <summary>The program as a hub starts it: a process of its own, in a home and a folder that hold nothing else.</summary>
internal sealed partial class HubProcess : IDisposable
{
    private readonly Process _process;
    private readonly System.Text.StringBuilder _said = new();

    private HubProcess(Process process) => _process = process;

    public HttpClient Client { get; private set; } = null!;
    public int Id => _process.Id;
    public string Said { get { lock (_said) return _said.ToString(); } }

    /// <param name="around">The folder around the editions, in which <c>home</c> becomes the home of whoever starts it.</param>
    public static async Task<HubProcess> Start(string around, params string[] options)
    {
        var hub = Begin(around, options);
        for (var tries = 0; !Ready().IsMatch(hub.Said); tries++)
        {
            if (hub._process.HasExited || tries > 600)
            {
                hub.Dispose();
                throw new InvalidOperationException("The program did not start: " + hub.Said);
            }
            await Task.Delay(100);
        }
        hub.Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new(Ready().Match(hub.Said).Groups[1].Value) };
        return hub;
    }

    /// <summary>Runs it where it shall refuse to start.</summary>
    /// <returns>What it ended with, and what it said.</returns>
    public static async Task<(int Code, string Said)> Refused(string around, params string[] options)
    {
        using var hub = Begin(around, options);
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await hub._process.WaitForExitAsync(late.Token);
        hub._process.WaitForExit();
        return (hub._process.ExitCode, hub.Said);
    }

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    private static HubProcess Begin(string around, string[] options)
    {
        var home = Path.Combine(around, "home");
        Directory.CreateDirectory(home);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "Amparo.Web.dll"), "serve", "--public", "--url", "http://127.0.0.1:0" }.Concat(options)) start.ArgumentList.Add(word);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AMPARO", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        (start.Environment["HOME"], start.Environment["DOTNET_CLI_HOME"], start.Environment["TMPDIR"], start.Environment["DOTNET_EnableDiagnostics"]) = (home, home, home, "0");
        var hub = new HubProcess(new() { StartInfo = start });
        hub._process.OutputDataReceived += (_, line) => hub.Hear(line.Data);
        hub._process.ErrorDataReceived += (_, line) => hub.Hear(line.Data);
        hub._process.Start();
        hub._process.BeginOutputReadLine();
        hub._process.BeginErrorReadLine();
        return hub;
    }

    private void Hear(string? line)
    {
        lock (_said) _said.AppendLine(line);
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Client?.Dispose();
    }

    [GeneratedRegex(@"Amparo is ready on (http://[^\s]+)")]
    private static partial Regex Ready();
}
