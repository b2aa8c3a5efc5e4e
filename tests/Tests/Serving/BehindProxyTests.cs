using System.Net;
using Amparo.Web.CommandLine;
using Amparo.Web.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Amparo.Tests.Serving;

public sealed class BehindProxyTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.0/24", "10.0.0.9", "203.0.113.7", "203.0.113.7")]
    // A stranger who says so herself is not believed, and of a chain only what the proxy itself saw.
    [InlineData("10.0.0.1", "198.51.100.4", "203.0.113.7", "198.51.100.4")]
    [InlineData("10.0.0.1", "10.0.0.1", "192.0.2.1, 203.0.113.7", "203.0.113.7")]
    public async Task The_sender_is_who_the_named_proxy_says(string setting, string from, string said, string believed)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = said;
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(BehindProxy.Options(setting)!)).Invoke(context);
        Assert.Equal(IPAddress.Parse(believed), context.Connection.RemoteIpAddress);
    }

    [Fact]
    public void Without_a_proxy_nothing_is_believed_and_a_mistyped_one_is_said()
    {
        Assert.Null(BehindProxy.Options(null));
        Assert.Null(BehindProxy.Options(" "));
        Assert.Contains("10.0.0.x", Assert.Throws<CannotDo>(() => BehindProxy.Options("127.0.0.1, 10.0.0.x")).Message, StringComparison.Ordinal);
    }
}
