using System.Text;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class TotpTests
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) => Totp.CodeAt(Key, seconds / 30, 8).Should().Be(code);

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_Base32(string bytes, string text)
    {
        Totp.Text(Encoding.ASCII.GetBytes(bytes)).Should().Be(text);
        Totp.Bytes(text).Should().Equal(Encoding.ASCII.GetBytes(bytes));
    }

    [Fact]
    public void A_code_is_right_for_half_a_minute_and_beside_it_and_for_its_secret_only()
    {
        var (secret, at) = (Totp.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_015));
        var code = Totp.CodeAt(Totp.Bytes(secret), 60_000_000, 6);
        Totp.StepOf(secret, code, at).Should().Be(60_000_000);
        Totp.StepOf(secret, code, at.AddSeconds(30)).Should().Be(60_000_000);
        Totp.StepOf(secret, code, at.AddSeconds(-30)).Should().Be(60_000_000);
        Totp.StepOf(secret, code, at.AddSeconds(60)).Should().BeNull();
        Totp.StepOf(Totp.Text(Key), code, at).Should().BeNull();
        Totp.StepOf(secret, "", at).Should().BeNull();
        Totp.StepOf("MY", Totp.CodeAt(Totp.Bytes("MY"), 60_000_000, 6), at).Should().BeNull("that secret is too short");
        var longer = string.Concat(Enumerable.Repeat(secret, 2));
        Totp.StepOf(longer, Totp.CodeAt(Totp.Bytes(longer), 60_000_000, 6), at).Should().BeNull("we make none so long, and keep none that somebody else has made");
        secret.Should().HaveLength(32).And.NotBe(Totp.NewSecret());
    }
}
