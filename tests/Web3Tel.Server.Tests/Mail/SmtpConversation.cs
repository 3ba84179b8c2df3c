using System.Net.Security;
using System.Text;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>The server's side of one connection.</summary>
sealed class SmtpConversation(FaultySmtpServer server, Stream connection)
{
    readonly List<string> recipients = [];
    Stream stream = connection;
    byte[] buffer = [];
    bool isEncrypted;
    bool isKnown;
    bool hasSender;
    bool isOver;

    public async Task Run()
    {
        if (server.IsEncryptedFromTheFirstByte)
        {
            await Encrypt();
        }

        if (await Fails(SmtpStep.Greeting, ""))
        {
            return;
        }

        await Say("220 test ESMTP");
        while (await Line() is { } line)
        {
            server.Heard.Enqueue(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await Obey(verb, line))
            {
                return;
            }
        }
    }

    static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    /// <returns>False at the end of the conversation.</returns>
    async Task<bool> Obey(string verb, string line)
    {
        switch (verb)
        {
            case "EHLO":
                await Greet();
                return true;
            case "STARTTLS":
                await Say("220 go ahead");
                await Encrypt();
                return true;
            case "AUTH":
                await Authenticate(line);
                return true;
            case "MAIL":
                return await From(line);
            case "RCPT":
                return await To(line);
            case "DATA":
                return await Take();
            case "QUIT":
                await Say("221 bye");
                return false;
            default:
                recipients.Clear();
                await Say("250 ok");
                return true;
        }
    }

    async Task Greet()
    {
        string[] offers = ["test", .. server.Extensions];
        if (server.Certificate is not null && !isEncrypted)
        {
            offers = [.. offers, "STARTTLS"];
        }

        if (server.Account is not null)
        {
            offers = [.. offers, "AUTH PLAIN"];
        }

        await Say(string.Join("\r\n", offers.Select((offer, i) => $"250{(i < offers.Length - 1 ? '-' : ' ')}{offer}")));
    }

    async Task Encrypt()
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(server.Certificate!);
        stream = encrypted;
        isEncrypted = true;
        buffer = [];
    }

    async Task Authenticate(string line)
    {
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
        isKnown = server.Account == (parts[1], parts[2]);
        await Say(isKnown ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password");
    }

    async Task<bool> From(string line)
    {
        recipients.Clear();
        if (server.Account is not null && !isKnown)
        {
            await Say("530 5.7.0 authenticate first");
            return true;
        }

        if (await Fails(SmtpStep.Sender, Address(line)))
        {
            return !isOver;
        }

        hasSender = true;
        await Say("250 2.1.0 sender ok");
        return true;
    }

    async Task<bool> To(string line)
    {
        if (!hasSender)
        {
            await Say("503 5.5.1 need MAIL command");
            return true;
        }

        if (await Fails(SmtpStep.Recipient, Address(line)))
        {
            return !isOver;
        }

        recipients.Add(Address(line));
        await Say("250 2.1.5 recipient ok");
        return true;
    }

    async Task<bool> Take()
    {
        hasSender = false;
        if (await Fails(SmtpStep.Data, ""))
        {
            return !isOver;
        }

        await Say(recipients.Count > 0 ? "354 go on" : "503 5.5.1 need RCPT command");
        if (recipients.Count == 0)
        {
            return true;
        }

        var text = new StringBuilder();
        while (await Line() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var delivery = new Delivery([.. recipients], Encoding.Latin1.GetBytes(text.ToString()));
        var fault = server.Fault(SmtpStep.Text, delivery.Message.Subject ?? "");
        if (fault is null or { Kind: >= SmtpFaultKind.TakeAndDrop })
        {
            server.Deliveries.Enqueue(delivery);
        }

        if (fault is not null)
        {
            await Fail(fault);
            return !isOver;
        }

        await Say("250 2.0.0 taken");
        return true;
    }

    async Task<bool> Fails(SmtpStep step, string what)
    {
        if (server.Fault(step, what) is not { } fault)
        {
            return false;
        }

        await Fail(fault);
        return true;
    }

    async Task Fail(SmtpFault fault)
    {
        switch (fault.Kind)
        {
            case SmtpFaultKind.Answer:
                await Say(fault.Line);
                return;
            case SmtpFaultKind.Hang or SmtpFaultKind.TakeAndHang:
                await server.Hang(stream);
                break;
            case SmtpFaultKind.TakeAndWait:
                await server.Go.WaitAsync(server.Stopped);
                await Say("250 2.0.0 taken");
                return;
        }

        isOver = true;
    }

    async Task Say(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), server.Stopped);

    /// <summary>The next line, or null at the end of the connection.</summary>
    async Task<string?> Line()
    {
        int end;
        while ((end = Array.IndexOf(buffer, (byte)'\n')) < 0)
        {
            var more = new byte[8192];
            var count = await stream.ReadAsync(more, server.Stopped);
            if (count == 0)
            {
                return null;
            }

            buffer = [.. buffer, .. more.AsSpan(0, count)];
        }

        var line = Encoding.Latin1.GetString(buffer, 0, end).TrimEnd('\r');
        buffer = buffer[(end + 1)..];
        return line;
    }
}
