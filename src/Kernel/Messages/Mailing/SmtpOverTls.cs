using System.Globalization;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// Hands over one mail over TLS from the first byte on (RFC 8314), which the framework's client cannot. Nothing is said, not
/// even the name of this server, before the relay has shown a certificate of its name.
/// </summary>
internal sealed class SmtpOverTls : IAsyncDisposable
{
    public const int UsualPort = 465;
    private const int LongestLine = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SslStream _stream;
    private readonly StreamReader _reader;

    private SmtpOverTls(SslStream stream) => (_stream, _reader) = (stream, new(stream, Encoding.ASCII, false, LongestLine));

    /// <param name="trust">Null: the authorities that this machine trusts. Tests bring a certificate of their own.</param>
    /// <exception cref="SmtpException">The relay refused, or said what nobody understands; its words are not repeated, since they may hold the address.</exception>
    /// <exception cref="AuthenticationException">The relay has no certificate of its name.</exception>
    public static async Task Send(string host, int port, string? user, string? password, string from, Mail mail, DateTimeOffset now, RemoteCertificateValidationCallback? trust, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, patience.Token);
            var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(new() { TargetHost = host, RemoteCertificateValidationCallback = trust, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 }, patience.Token);
            await using var relay = new SmtpOverTls(stream);
            await relay.Talk(user, password, new(from), new(mail.To), mail, now, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("The relay for mail did not answer.");
        }
    }

    private async Task Talk(string? user, string? password, MailAddress from, MailAddress to, Mail mail, DateTimeOffset now, CancellationToken stop)
    {
        await Expect(220, stop);
        await Say("EHLO amparo", 250, stop);
        if (user is { Length: > 0 }) await Say("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}")), 235, stop);
        await Say($"MAIL FROM:<{from.Address}>", 250, stop);
        await Say($"RCPT TO:<{to.Address}>", 250, stop);
        await Say("DATA", 354, stop);
        await Say(Written(from, to, mail, now) + "\r\n.", 250, stop);
        await Say("QUIT", 221, stop);
    }

    // Bodies are base64: no line of theirs begins with a dot, none is too long, and no sign is lost.
    private static string Written(MailAddress from, MailAddress to, Mail mail, DateTimeOffset now)
    {
        var border = Guid.CreateVersion7().ToString("N");
        string Part(string type, string text) => $"--{border}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Lines(text)}\r\n";
        return string.Create(CultureInfo.InvariantCulture, $"""
            From: {from.Address}
            To: {to.Address}
            Subject: {Subject(mail.Subject)}
            Date: {now.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000
            Message-ID: <{border}@amparo>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="{border}"


            """).ReplaceLineEndings("\r\n") + Part("text/plain", mail.Text) + Part("text/html", mail.Html) + $"--{border}--";
    }

    private static string Lines(string text) => string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(76).Select(c => new string(c)));

    // Pieces of 30 signs stay below the longest encoded word (RFC 2047) in every language.
    private static string Subject(string subject) =>
        string.Join("\r\n ", subject.ReplaceLineEndings(" ").EnumerateRunes().Chunk(10).Select(c => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(c)))}?="));

    private async Task Say(string line, int expected, CancellationToken stop)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop);
        await _stream.FlushAsync(stop);
        await Expect(expected, stop);
    }

    private async Task Expect(int code, CancellationToken stop)
    {
        while (true)
        {
            var line = await _reader.ReadLineAsync(stop) ?? throw new SmtpException("The relay hung up.");
            // "250-" goes on, "250 " is the last line of an answer.
            if (line.Length >= 4 && line[3] == '-') continue;
            if (!line.StartsWith(code.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) throw new SmtpException(line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), out var said) ? (SmtpStatusCode)said : SmtpStatusCode.GeneralFailure);
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _stream.DisposeAsync();
    }
}
