using System.Collections.Immutable;
using System.Globalization;
using FluentAssertions;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Originating;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What the typed originate writes, FreeSWITCH itself takes apart.</summary>
public sealed class OriginatedVariablesTests
{
    static readonly ImmutableArray<string> Values =
    [
        "plain", "Иван Петров", " leading and trailing ", "O'Brien", "'quoted'", "\"quoted\"", "Smith, John", "a=b=c",
        @"back\slash\\es\n\s\'", "{braces} that {pair}", "a brace} that does not", "{{", "}{", "[brackets] and ]one[", "<angles>", ">_<",
        "a|b", "a:_:b:_:_:c", "^^;a;b", "undef", "tab\there", "&park()", "100%", "50%25", "a;b", "~!@#$%^&*()_+", "😀",
    ];

    static readonly DialString Echo = DialString.To("loopback/app=echo");

    /// <summary>An echo never answers, it only sounds.</summary>
    static readonly OriginateOptions Options = new() { IgnoreEarlyMedia = false, RingTime = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task Any_value_arrives_on_the_channel_as_it_was()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        using var socket = await freeSwitch.Connect();
        var variables = Named(Values).ToImmutableDictionary();

        var call = await socket.Originate(
            Echo,
            Options with { Uuid = "11111111-2222-3333-4444-555555555555", Variables = variables },
            cancellation: TestContext.Current.CancellationToken);

        call.ErrorMessage.Should().BeNull();
        await Compare(socket, call.Uuid!, variables);
    }

    [Fact]
    public async Task Any_value_that_is_set_arrives_on_the_channel_as_it_was()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        using var socket = await freeSwitch.Connect();
        var variables = Named([.. Values, "}>", ">{"]).ToImmutableDictionary();
        var call = await socket.Originate(
            Echo, Options, cancellation: TestContext.Current.CancellationToken);

        call.ErrorMessage.Should().BeNull();
        var set = await socket.SetMultipleChannelVariables(call.Uuid!, variables, TestContext.Current.CancellationToken);

        set.Success.Should().BeTrue();
        await Compare(socket, call.Uuid!, variables);
        await socket.SetChannelVariable(call.Uuid!, "test_0", "", TestContext.Current.CancellationToken);
        (await socket.GetChannelVariable(call.Uuid!, "test_0", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    static IEnumerable<KeyValuePair<string, string>> Named(ImmutableArray<string> values) =>
        values.Select((value, i) => KeyValuePair.Create($"test_{i.ToString(CultureInfo.InvariantCulture)}", value));

    static async Task Compare(InboundSocket socket, string uuid, ImmutableDictionary<string, string> variables)
    {
        foreach (var (name, value) in variables)
        {
            (await socket.GetChannelVariable(uuid, name, TestContext.Current.CancellationToken)).Should().Be(value, $"it was given to {name}");
        }
    }
}
