using System.Buffers.Binary;
using FluentAssertions;
using Web3Tel.Server.Accounts;
using Xunit;

namespace Web3Tel.Server.Tests.Accounts;

public sealed class PasswordsTests
{
    [Fact]
    public async Task A_stolen_hash_costs_whoever_guesses_at_least_210_000_rounds_of_SHA_512()
    {
        using var passwords = new Passwords();
        var hash = Convert.FromBase64String(await passwords.Hash("a long password"));

        // The framework's format 3: 1, then the function (2 is HMAC-SHA-512), the rounds, the length of the salt, each in four bytes.
        hash[0].Should().Be(1);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).Should().Be(2);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).Should().BeGreaterThanOrEqualTo(210_000);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)).Should().BeGreaterThanOrEqualTo(16);
    }

    [Fact]
    public async Task The_same_password_is_another_hash_each_time_and_is_known_by_both()
    {
        using var passwords = new Passwords();
        var (one, other) = (await passwords.Hash("a long password"), await passwords.Hash("a long password"));

        one.Should().NotBe(other);
        (await passwords.Are(one, "a long password")).Should().BeTrue();
        (await passwords.Are(other, "a long password")).Should().BeTrue();
        (await passwords.Are(one, "another password")).Should().BeFalse();
        (await passwords.Are(null, "a long password")).Should().BeFalse();
    }
}
