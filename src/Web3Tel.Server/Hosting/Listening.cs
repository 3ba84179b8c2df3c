using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Hosting;

/// <summary>Where pages and API are served.</summary>
static class Listening
{
    public static void ListenTo(this KestrelServerOptions kestrel, ServiceSettings settings)
    {
        kestrel.Listen(settings.Http.Listen);
        if (settings.Https is { } https)
        {
            var certificate = kestrel.ApplicationServices.GetRequiredService<ServerCertificate>();
            kestrel.Listen(https.Listen, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Now() }),
            }));
        }
    }
}
