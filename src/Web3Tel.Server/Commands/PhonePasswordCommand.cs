using Web3Tel.Server.Telephones;

namespace Web3Tel.Server.Commands;

/// <summary><c>web3tel phone-password 1001@127.0.0.1</c>: what to set as the password of an operator's telephone. The password itself is read.</summary>
static class PhonePasswordCommand
{
    public const string Name = "phone-password";

    const int Shortest = 8;

    /// <summary>Returns the exit code: 2 when it was not given what it needs.</summary>
    public static int Run(string[] options, TextReader input, TextWriter output, TextWriter errors)
    {
        if (options is not [var address] || address.Split('@') is not [{ Length: > 0 } user, { Length: > 0 } domain])
        {
            errors.WriteLine("Say whose: phone-password 1001@127.0.0.1, with the domain of Web3Tel:Directory:Domain.");
            return 2;
        }

        errors.Write("Password: ");
        var password = input.ReadLine()?.Trim() ?? "";
        if (password.Length < Shortest)
        {
            errors.WriteLine($"A telephone's password has {Shortest} characters at least.");
            return 2;
        }

        output.WriteLine(PhonePassword.Of(user, domain, password).Secret());
        return 0;
    }
}
