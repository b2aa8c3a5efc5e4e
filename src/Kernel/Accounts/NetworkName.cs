using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Amparo.Kernel;

/// <summary>From where a request comes, only ever used as the input of an HMAC. Whoever holds one IPv6 address holds 2^64 of them.</summary>
public static class NetworkName
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        var bytes = address.MapToIPv6().GetAddressBytes();
        return Convert.ToHexString(address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? bytes.AsSpan(0, 8) : bytes);
    }
}
