using System.Globalization;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>More than one FreeSWITCH, and more than one service, on the real thing with SIPp. Skipped, visibly, where these are not installed.</summary>
public sealed class RealMachinesTests
{
    const int OperatorPort = 15900;
    const int CallerPort = 15920;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task When_the_first_of_two_services_dies_the_second_takes_up_its_callers_in_their_order()
    {
        var second = new SecondService();
        await using var freeSwitch = await RealFreeSwitch.Start(second.IsTriedAfterTheFirst);
        second.Beside(freeSwitch);
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, OperatorPort);
        await using var spare = await ServiceOnFreeSwitch.Start(second, OperatorPort);
        await using var operators = new OperatorPhones(OperatorPort, TimeSpan.FromSeconds(12));
        await using var callers = Sipp.Callers(freeSwitch, count: 3, perSecond: 2, CallerPort);
        await Eventually.Holds(
            async () =>
            {
                (await service.Count("talking")).Should().Be(1, service.Output);
                (await service.Count("waiting")).Should().Be(2, service.Output);
            },
            Patience);
        (await spare.Calls()).Should().BeEmpty("the first one has them all");

        await service.Kill();

        await Eventually.Holds(async () => (await spare.Count("waiting")).Should().Be(2, spare.Output), TimeSpan.FromSeconds(5));
        (await callers.Exit(Patience)).Should().Be(0, callers.Output);
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it");
        await Eventually.Holds(async () => (await spare.History()).Count(call => call.Result == "answered").Should().Be(2, spare.Output), Patience);
        (await spare.History()).Where(call => call.Result == "answered").OrderBy(call => call.Name, StringComparer.Ordinal).Select(call => call.HandedOver).Should().BeInAscendingOrder();

        await service.Live();
        await using var next = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 10);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, "the first one is asked first again: {0}", service.Output), Patience);
        (await next.Exit(Patience)).Should().Be(0, next.Output);
    }

    [Fact]
    public async Task Callers_of_two_FreeSWITCHes_wait_in_one_queue_and_one_FreeSWITCH_that_dies_costs_the_others_callers_nothing()
    {
        await using var first = await RealFreeSwitch.Start();
        var service = new SecondService { ServicePort = first.ServicePort };
        await using var second = await RealFreeSwitch.Start(service.IsTheOnlyOne);
        await using var center = await ServiceOnFreeSwitch.Start(
            first,
            new()
            {
                ["OtherFreeSwitches__0__Host"] = "127.0.0.1",
                ["OtherFreeSwitches__0__Port"] = second.EventSocketPort.ToString(CultureInfo.InvariantCulture),
                ["OtherFreeSwitches__0__Password"] = RealFreeSwitch.Password,
                ["OtherFreeSwitches__0__Node"] = "second",
            },
            [OperatorPort + 8]);
        await using var operators = new OperatorPhones(OperatorPort + 8, TimeSpan.FromSeconds(10));
        await using var one = Sipp.Callers(second, count: 1, perSecond: 1, CallerPort + 20);
        await Eventually.Holds(async () => (await center.Count("talking")).Should().Be(1, center.Output), Patience);
        await using var two = Sipp.Callers(first, count: 1, perSecond: 1, CallerPort + 30);
        await Eventually.Holds(async () => (await center.Count("waiting")).Should().Be(1, center.Output), Patience);
        await using var three = Sipp.Callers(second, count: 1, perSecond: 1, CallerPort + 40);
        await Eventually.Holds(async () => (await center.Count("waiting")).Should().Be(2, center.Output), Patience);

        (await one.Exit(Patience)).Should().Be(0, one.Output + center.Output);
        await Eventually.Holds(async () => (await center.Count("talking")).Should().Be(1, center.Output), Patience);
        await second.Kill();

        (await two.Exit(Patience)).Should().Be(0, "the other FreeSWITCH lives: {0}", center.Output);
        (await operators.Unexpected()).Should().NotContain("BYE", "every conversation was ended by its operator, after the whole of it");
        await second.Boot();
        await Eventually.Holds(
            async () =>
            {
                (await center.Calls()).Should().BeEmpty("who died with it is no ghost: {0}", center.Output);
                (await center.Ready()).Should().Be(1);
                (await center.History()).Should().HaveCount(3);
            },
            Patience);
        (await center.History()).OrderBy(call => call.Joined).Select(call => call.Result).Should().Equal("answered", "answered", "abandoned");
        await using var four = Sipp.Callers(second, count: 1, perSecond: 1, CallerPort + 50);
        (await four.Exit(Patience)).Should().Be(0, "the one that is back serves again: {0}", center.Output);
    }

    /// <summary>Where another service is, beside the one that FreeSWITCH knows first.</summary>
    sealed class SecondService : IServedSwitch
    {
        RealFreeSwitch? freeSwitch;

        public int EventSocketPort => freeSwitch!.EventSocketPort;

        public int ServicePort { get; init; } = Ports.Free();

        public int PagePort { get; } = Ports.Free();

        public string Recordings => freeSwitch!.Recordings;

        public void Beside(RealFreeSwitch one) => freeSwitch = one;

        public void IsTriedAfterTheFirst(string conf) => Change(conf, "web3tel_service=", first => $"{first}|127.0.0.1:{ServicePort}");

        /// <summary>And where sound goes, it is not in the other FreeSWITCH's way.</summary>
        public void IsTheOnlyOne(string conf)
        {
            Change(conf, "web3tel_service=", _ => $"127.0.0.1:{ServicePort}");
            Change(conf, "rtp_start=", _ => "25000");
        }

        static void Change(string conf, string name, Func<string, string> change)
        {
            var vars = Path.Combine(conf, "vars.xml");
            var text = File.ReadAllText(vars);
            var begin = text.IndexOf(name, StringComparison.Ordinal) + name.Length;
            var end = text.IndexOf('"', begin);
            File.WriteAllText(vars, text[..begin] + change(text[begin..end]) + text[end..]);
        }
    }
}
