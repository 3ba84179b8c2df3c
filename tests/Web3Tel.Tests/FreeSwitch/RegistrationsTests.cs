using System.Reactive.Subjects;
using System.Text;
using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Nodes;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>The headers are those that mod_sofia writes: <c>register</c> and <c>unregister</c> as seen on the wire of 1.10.12, <c>expire</c> as read in its source.</summary>
public sealed class RegistrationsTests
{
    readonly Subject<EventMessage> events = new();
    readonly Subject<EventMessage> another = new();
    readonly List<DeviceChange> heard = [];

    public RegistrationsTests() => Registrations.Read(events, another).Subscribe(heard.Add);

    [Fact]
    public void A_phone_registers_and_unregisters()
    {
        Says("sofia::register", "from-user", "1001", "a");
        Says("sofia::unregister", "from-user", "1001", "a");
        heard.Should().Equal(new DeviceChange("user/1001", DeviceState.Registered), new DeviceChange("user/1001", DeviceState.Unregistered));
    }

    [Fact]
    public void A_registration_that_runs_out_is_as_good_as_one_taken_back()
    {
        Says("sofia::expire", "user", "1001", "a");
        heard.Should().Equal(new DeviceChange("user/1001", DeviceState.Unregistered));
    }

    [Fact]
    public void Who_has_two_phones_is_away_when_both_are()
    {
        Says("sofia::register", "from-user", "1001", "a");
        Says("sofia::register", "from-user", "1001", "b");
        Says("sofia::expire", "user", "1001", "a");
        heard[^1].State.Should().Be(DeviceState.Registered);
        Says("sofia::unregister", "from-user", "1001", "b");
        heard[^1].State.Should().Be(DeviceState.Unregistered);
    }

    [Fact]
    public void A_phone_that_moves_to_another_FreeSWITCH_is_there_when_its_registration_at_the_first_runs_out()
    {
        Says("sofia::register", "from-user", "1001", "a");
        Says("sofia::register", "from-user", "1001", "b", at: another);
        Says("sofia::expire", "user", "1001", "a");
        heard[^1].State.Should().Be(DeviceState.Registered);
        Says("sofia::unregister", "from-user", "1001", "b", at: another);
        heard[^1].State.Should().Be(DeviceState.Unregistered);
    }

    [Fact]
    public void What_says_nothing_of_a_phone_is_passed_over()
    {
        Says("sofia::register_failure", "from-user", "1001", "a");
        Says("sofia::register", "from-host", "example", "a");
        heard.Should().BeEmpty();
    }

    [Fact]
    public void A_telephone_in_the_browser_is_there_while_its_connection_is()
    {
        SaysVerto("verto::login", "1001@127.0.0.1", "127.0.0.1:40001", success: 1);
        SaysVerto("verto::login", "1001@127.0.0.1", "127.0.0.1:40002", success: 1);
        SaysVerto("verto::client_disconnect", "1001@127.0.0.1", "127.0.0.1:40001");
        heard[^1].Should().Be(new DeviceChange("user/1001", DeviceState.Registered), "the page was loaded anew");
        SaysVerto("verto::client_disconnect", "1001@127.0.0.1", "127.0.0.1:40002");
        heard[^1].Should().Be(new DeviceChange("user/1001", DeviceState.Unregistered));
    }

    [Fact]
    public void Who_has_a_telephone_in_the_browser_and_another_one_is_away_when_both_are()
    {
        Says("sofia::register", "from-user", "1001", "a");
        SaysVerto("verto::login", "1001@127.0.0.1", "127.0.0.1:40001", success: 1);
        SaysVerto("verto::client_disconnect", "1001@127.0.0.1", "127.0.0.1:40001");
        heard[^1].State.Should().Be(DeviceState.Registered);
        Says("sofia::unregister", "from-user", "1001", "a");
        heard[^1].State.Should().Be(DeviceState.Unregistered);
    }

    [Fact]
    public void A_sign_in_that_failed_and_a_connection_that_nobody_signed_in_by_say_nothing()
    {
        SaysVerto("verto::login", "1001@127.0.0.1", "127.0.0.1:40001", success: 0);
        SaysVerto("verto::client_disconnect", "", "127.0.0.1:40001");
        heard.Should().BeEmpty();
    }

    void SaysVerto(string subclass, string login, string address, int? success = null) => events.OnNext(EventMessage.Plain(Encoding.UTF8.GetBytes(
        $"Event-Name: CUSTOM\nEvent-Subclass: {subclass.Replace(":", "%3A", StringComparison.Ordinal)}\nverto_client_address: {address.Replace(":", "%3A", StringComparison.Ordinal)}\nverto_login: {login}\n{(success is { } was ? $"verto_success: {was}\n" : "")}\n")));

    void Says(string subclass, string header, string user, string id, Subject<EventMessage>? at = null) => (at ?? events).OnNext(EventMessage.Plain(Encoding.UTF8.GetBytes(
        $"Event-Name: CUSTOM\nEvent-Subclass: {subclass.Replace(":", "%3A", StringComparison.Ordinal)}\n{header}: {user}\ncall-id: {id}\n\n")));
}
