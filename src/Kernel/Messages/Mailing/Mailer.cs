using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Amparo.Kernel;

/// <summary>Sends mail. Nothing of what it sends may tell a stranger who reads over a shoulder where somebody works or as what.</summary>
public interface IMailer
{
    /// <exception cref="MailFailed">It could not be handed over; nothing was sent.</exception>
    Task Send(Mail mail, CancellationToken stop);
}

/// <param name="To">One address.</param>
/// <param name="Text">The same as the HTML, for who reads without it.</param>
public sealed record Mail(string To, string Subject, string Text, string Html);

/// <summary>The mail server did not take it. The message tells the kind only: a server's own words may hold the address.</summary>
public sealed class MailFailed(Exception inner) : Exception("The mail could not be sent: " + inner.GetType().Name, inner);

/// <summary>
/// Through the relay that <c>Amparo:Mail:Host</c> names: over STARTTLS, or over TLS from its first byte on where the port is 465 or
/// <c>Amparo:Mail:Tls</c> says <c>implicit</c>. Where none is named mail is written as files into the folder
/// <c>mail</c> of the data folder, for whoever runs the server to pass on by hand.
/// </summary>
internal sealed class Mailer(IConfiguration configuration, DataFolder data, TimeProvider clock) : IMailer
{
    public async Task Send(Mail mail, CancellationToken stop)
    {
        var settings = configuration.GetSection("Amparo:Mail");
        try
        {
            if (settings["Host"] is { Length: > 0 } relay && IsImplicit(settings))
            {
                await SmtpOverTls.Send(relay, PortOf(settings) ?? SmtpOverTls.UsualPort, settings["User"], settings["Password"], From(settings), mail, clock.GetUtcNow(), null, stop);
                return;
            }
            using var message = new MailMessage(From(settings), mail.To)
            {
                Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, Body = mail.Text, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.QuotedPrintable,
            };
            var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
            html.TransferEncoding = TransferEncoding.QuotedPrintable;
            message.AlternateViews.Add(html);
            using var client = Client(settings);
            await client.SendMailAsync(message, stop);
        }
        catch (Exception e) when (e is SmtpException or IOException or FormatException or UnauthorizedAccessException or System.Security.Authentication.AuthenticationException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw new MailFailed(e);
        }
    }

    private static string From(IConfigurationSection settings) => settings["From"] is { Length: > 0 } from ? from : "amparo@localhost";

    private static int? PortOf(IConfigurationSection settings) => int.TryParse(settings["Port"], out var port) ? port : null;

    private static bool IsImplicit(IConfigurationSection settings) => settings["Tls"] is { Length: > 0 } said ? string.Equals(said, "implicit", StringComparison.OrdinalIgnoreCase) : PortOf(settings) == SmtpOverTls.UsualPort;

    private SmtpClient Client(IConfigurationSection settings)
    {
        if (settings["Host"] is not { Length: > 0 } host)
        {
            var folder = Path.Combine(data.Path, "mail");
            PrivateFiles.MakeFolder(folder);
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        }
        var isHere = host is "localhost" or "127.0.0.1";
        return new(host, PortOf(settings) ?? (isHere ? 25 : 587))
        {
            EnableSsl = !isHere, Timeout = 20_000,
            Credentials = settings["User"] is { Length: > 0 } name ? new NetworkCredential(name, settings["Password"]) : null,
        };
    }
}
