using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Amparo.Tests.Messages;

/// <summary>A relay of this test's own: it speaks TLS from its first byte on.</summary>
public sealed class SmtpOverTlsTests : IDisposable
{
    private static readonly Mail Letter = new("oficial@example.org", "Invitación: empiece aquí, señora Ñandú, con calma y a su tiempo", "Hola\n.una línea con punto\n", "<p>Hola, señora</p>");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly List<string> _said = [];

    public SmtpOverTlsTests() => _listener.Start();

    [Fact]
    public async Task A_letter_goes_through_whole_and_only_inside_of_the_secret_line()
    {
        var relay = Relay();
        await Send(trusts: true);
        await relay;
        Assert.Equal("EHLO amparo", _said[0]);
        Assert.Equal("AUTH PLAIN " + Convert.ToBase64String("\0correo\0secreto"u8), _said[1]);
        Assert.Contains("MAIL FROM:<amparo@example.org>", _said);
        Assert.Contains("RCPT TO:<oficial@example.org>", _said);
        Assert.Contains("Date: Sun, 22 Nov 2026 06:00:00 +0000", _said);
        var subject = string.Concat(_said.SkipWhile(l => !l.StartsWith("Subject:", StringComparison.Ordinal)).TakeWhile((l, i) => i == 0 || l.StartsWith(' ')).Select(l => Encoding.UTF8.GetString(Convert.FromBase64String(l.Split("?B?")[1].Split("?=")[0]))));
        Assert.Equal(Letter.Subject, subject);
        var bodies = _said.Where(l => l.Length > 20 && !l.Contains(' ') && !l.StartsWith("--", StringComparison.Ordinal)).Select(l => Encoding.UTF8.GetString(Convert.FromBase64String(l))).ToList();
        Assert.Equal([Letter.Text, Letter.Html], bodies);
        Assert.All(_said, l => Assert.InRange(l.Length, 0, 200));
    }

    [Fact]
    public async Task A_relay_whose_certificate_nobody_vouches_for_hears_not_a_word()
    {
        var relay = Relay();
        await Assert.ThrowsAsync<AuthenticationException>(() => Send(trusts: false));
        await relay;
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_refusal_is_a_failure_and_does_not_repeat_the_relays_words()
    {
        var relay = Relay(refuses: "RCPT");
        var failed = await Assert.ThrowsAsync<System.Net.Mail.SmtpException>(() => Send(trusts: true));
        await relay;
        Assert.DoesNotContain("oficial", failed.ToString(), StringComparison.Ordinal);
    }

    private Task Send(bool trusts) => SmtpOverTls.Send("localhost", ((IPEndPoint)_listener.LocalEndpoint).Port, "correo", "secreto", "amparo@example.org", Letter, new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero), trusts ? (_, shown, _, _) => shown?.GetCertHashString() == _certificate.GetCertHashString() : null, CancellationToken.None);

    private Task Relay(string? refuses = null) => Task.Run(async () =>
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(_certificate);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            async Task Answer(string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
            await Answer("220 relay");
            for (var isData = false; await reader.ReadLineAsync() is { } line;)
            {
                lock (_said) _said.Add(line);
                if (isData)
                {
                    if (line == ".") { isData = false; await Answer("250 taken"); }
                }
                else if (refuses is not null && line.StartsWith(refuses, StringComparison.Ordinal)) await Answer("550 no oficial@example.org here");
                else if (line == "DATA") { isData = true; await Answer("354 go on"); }
                else if (line.StartsWith("EHLO", StringComparison.Ordinal)) { await Answer("250-relay"); await Answer("250 AUTH PLAIN"); }
                else if (line.StartsWith("AUTH", StringComparison.Ordinal)) await Answer("235 welcome");
                else if (line == "QUIT") { await Answer("221 bye"); break; }
                else await Answer("250 ok");
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return; // the other side hung up, as it should where it does not trust
        }
    });

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddYears(50));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }
}
