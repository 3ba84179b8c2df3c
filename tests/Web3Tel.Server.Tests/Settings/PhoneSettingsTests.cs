using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Phones;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class PhoneSettingsTests
{
    static readonly Dictionary<string, string?> Least = new() { ["Queues:0:Name"] = "sales", ["Operators:0:Id"] = "1001" };

    [Fact]
    public void Without_any_there_are_no_service_numbers()
    {
        var phone = Read([]).Phone;
        (phone.Menu, phone.DoNotDisturb, phone.Disturb).Should().Be((null, null, null));
        (phone.AskOwnPhone, phone.PinTries, phone.LockTime).Should().Be((true, 3, TimeSpan.FromMinutes(5)));
        phone.Pins.Should().BeEmpty();
    }

    [Fact]
    public void Service_numbers_PINs_and_limits_are_read()
    {
        var settings = Read(new()
        {
            ["Phone:Menu"] = "*90",
            ["Phone:DoNotDisturb"] = "*78",
            ["Phone:Disturb"] = "*79",
            ["Phone:Language"] = "Russian",
            ["Phone:AskOwnPhone"] = "false",
            ["Phone:PinTries"] = "5",
            ["Phone:LockSeconds"] = "60",
            ["Phone:PauseRecording"] = "*7",
            ["Phone:ResumeRecording"] = "*8",
            ["Lines:0:Number"] = "1000",
            ["Lines:0:RecordingNotice"] = "prompt:line",
            ["Lines:0:Record"] = "false",
            ["Operators:0:Pin"] = Pin.Of("4711").Secret(),
            ["LongestDoNotDisturbSeconds"] = "600",
            ["LongestOutsideCallSeconds"] = "1200",
            ["LongestUnheardSeconds"] = "300",
            ["LongestPhoneLostSeconds"] = "60",
            ["Queues:0:PhoneLostNotice"] = "prompt:lost",
            ["LongestRecordingPauseSeconds"] = "90",
            ["RecordInStereo"] = "true",
            ["Queues:0:RecordInStereo"] = "false",
            ["Outgoing:RecordInStereo"] = "false",
            ["Queues:0:RecordingNotice"] = "prompt:recorded",
            ["Outgoing:RecordingNotice"] = "speak:This call is recorded.",
        });
        var phone = settings.Phone;
        (phone.Menu, phone.DoNotDisturb, phone.Disturb, phone.Language).Should().Be(("*90", "*78", "*79", Language.Russian));
        (phone.AskOwnPhone, phone.PinTries, phone.LockTime).Should().Be((false, 5, TimeSpan.FromMinutes(1)));
        phone.Pins["1001"].Is("4711").Should().BeTrue();
        settings.CallCenter.LongestDoNotDisturb.Should().Be(TimeSpan.FromMinutes(10));
        (settings.CallCenter.LongestPhoneLost, settings.CallCenter.Queues[0].PhoneLostNotice).Should().Be((TimeSpan.FromMinutes(1), "prompt:lost"));
        settings.CallCenter.LongestUnheard.Should().Be(TimeSpan.FromMinutes(5));
        settings.CallCenter.LongestRecordingPause.Should().Be(TimeSpan.FromSeconds(90));
        (settings.CallCenter.RecordInStereo, settings.CallCenter.Queues[0].RecordInStereo, settings.CallCenter.Outgoing.RecordInStereo).Should().Be((true, false, false));
        (settings.CallCenter.Queues[0].RecordingNotice, settings.CallCenter.Outgoing.RecordingNotice).Should().Be(("prompt:recorded", "speak:This call is recorded."));
        (phone.PauseRecording, phone.ResumeRecording).Should().Be(("*7", "*8"));
        (settings.CallCenter.Lines[0].RecordingNotice, settings.CallCenter.Lines[0].Record).Should().Be(("prompt:line", false));
        settings.CallCenter.LongestOutsideCall.Should().Be(TimeSpan.FromMinutes(20));
    }

    [Theory]
    [InlineData("7", null, "Phone:PauseRecording is \"7\"")]
    [InlineData("*", null, "Phone:PauseRecording is \"*\"")]
    [InlineData("*7777", null, "Phone:PauseRecording is \"*7777\"")]
    [InlineData("*7", "*7", "they end alike")]
    [InlineData("*7", "#*7", "they end alike")]
    [InlineData(null, "*8", "no keys pause a recording")]
    public void Keys_that_could_be_pressed_for_something_else_are_refused(string? pause, string? resume, string why)
    {
        var keys = new Dictionary<string, string?>();
        _ = pause is null ? null : keys["Phone:PauseRecording"] = pause;
        _ = resume is null ? null : keys["Phone:ResumeRecording"] = resume;
        ((Action)(() => Read(keys))).Should().Throw<SettingsException>().Which.Errors.Should().ContainSingle().Which.ToString().Should().Contain(why);
    }

    [Fact]
    public void A_PIN_in_clear_is_refused_and_not_repeated()
    {
        var read = () => Read(new() { ["Operators:0:Pin"] = "4711" });
        read.Should().Throw<SettingsException>().Which.Message.Should().Contain("Web3Tel:Operators:0:Pin is not what the command pin prints.").And.NotContain("4711");
    }

    [Fact]
    public void Wrong_service_numbers_are_told_at_once()
    {
        var read = () => Read(new() { ["Phone:Menu"] = "90", ["Phone:DoNotDisturb"] = "*78", ["Phone:Disturb"] = "*78" });
        read.Should().Throw<SettingsException>().Which.Message.Should().Contain("Web3Tel:Phone:Menu is \"90\".").And.Contain("are both *78");
    }

    static ServiceSettings Read(Dictionary<string, string?> given) => SettingsFile.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(Least.Concat(given).Select(pair => KeyValuePair.Create("Web3Tel:" + pair.Key, pair.Value)))
        .Build());
}
