using System.Globalization;
using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>A process that puts e-mails into its outbox and sends them, and says on its standard output which ones it was told are safe, until it is killed.</summary>
static class MailSender
{
    public const string Command = "send-mail";

    public static async Task<int> Run(string folder, string port)
    {
        var settings = new MailSettings(
            "127.0.0.1",
            int.Parse(port, CultureInfo.InvariantCulture),
            MailSecurity.None,
            "",
            "",
            new("", "calls@example.com"),
            [],
            TimeSpan.FromHours(72),
            TimeSpan.FromSeconds(120),
            TimeSpan.FromDays(30));
        var outbox = await Outbox.Open(new StorageOptions(folder, TimeProvider.System), settings, TaskPoolScheduler.Default, Random.Shared, NullLogger.Instance);
        while (true)
        {
            var key = Guid.NewGuid().ToString();
            await outbox.Put(new Email { Key = key, To = ["anna@example.com"], Subject = key, Text = key });
            Console.Out.WriteLine(key);
            Console.Out.Flush();
        }
    }
}
