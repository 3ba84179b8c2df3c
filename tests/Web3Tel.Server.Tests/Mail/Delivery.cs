using System.Collections.Immutable;
using MimeKit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>An e-mail that the server took.</summary>
sealed record Delivery(ImmutableArray<string> Recipients, byte[] Raw)
{
    readonly Lazy<MimeMessage> message = new(() => MimeMessage.Load(new MemoryStream(Raw)));

    public MimeMessage Message => message.Value;
}
