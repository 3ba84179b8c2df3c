using FluentAssertions;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Xunit;

namespace Web3Tel.Tests.Simulator;

/// <summary>What runs on a channel, seen by a service that uses the real client library.</summary>
public sealed class ApplicationTests : IDisposable
{
    const string Music = "local_stream://moh";

    readonly Bench bench;
    readonly List<RecordedSound> recorded = [];

    public ApplicationTests()
    {
        bench = new Bench(new SimulatorOptions { Dialplan = _ => [new DialplanAction("socket", "127.0.0.1:8084 async full")], Recorded = recorded.Add });
        bench.Serve();
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Without_the_event_lock_an_announcement_plays_on_top_of_the_music_which_then_goes_on()
    {
        Arrive();
        var music = Bench.Execute(bench.Call, "playback", Music);
        bench.Run(1);
        var announcement = Bench.Execute(bench.Call, "playback", "announcement.wav");

        bench.Run(2.9);
        announcement.Should().BeEmpty("it lasts three seconds");
        bench.Run(0.2);
        announcement.Should().Equal("FILE PLAYED");
        bench.Run(60);
        music.Should().BeEmpty("music has no end of its own");
    }

    [Fact]
    public void Words_are_spoken_for_a_while_and_nothing_tells_what_became_of_them()
    {
        Arrive();
        var words = Bench.Execute(bench.Call, "speak", "tts_commandline|en|one", @lock: true);
        var next = Bench.Execute(bench.Call, "playback", "two.wav", @lock: true);

        bench.Run(2.9);
        words.Should().BeEmpty("they last three seconds");
        bench.Run(0.2);
        words.Should().ContainSingle();
        bench.Run(3);
        next.Should().Equal("FILE PLAYED");
    }

    [Fact]
    public void Words_without_a_voice_end_the_call_as_they_do_on_the_real_one()
    {
        var caller = Arrive();
        Bench.Execute(bench.Call, "speak", "tts_commandline||one");
        bench.Run(1);
        caller.HangupCause.Should().Be("DESTINATION_OUT_OF_ORDER");
    }

    [Fact]
    public void With_the_event_lock_applications_run_one_after_another()
    {
        Arrive();
        var first = Bench.Execute(bench.Call, "playback", "one.wav", @lock: true);
        var second = Bench.Execute(bench.Call, "playback", "two.wav", @lock: true);

        bench.Run(3.1);
        first.Should().Equal("FILE PLAYED");
        second.Should().BeEmpty();
        bench.Run(3);
        second.Should().Equal("FILE PLAYED");
    }

    [Fact]
    public void A_recording_is_masked_as_long_as_it_runs()
    {
        Arrive();
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/a.wav").Should().Be("-ERR Cannot mask recording session!");
        bench.Api($"uuid_record {bench.Call.Uuid} start /tmp/a.wav 0 {{RECORD_STEREO=true}}").Should().Be("+OK Success");
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/a.wav").Should().Be("+OK Success");
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/b.wav").Should().Be("-ERR Cannot mask recording session!");
        bench.Api($"uuid_record {bench.Call.Uuid} unmask /tmp/a.wav").Should().Be("+OK Success");
        bench.Run(1);
        bench.Api($"uuid_record {bench.Call.Uuid} stop /tmp/a.wav").Should().Be("+OK Success");
        bench.Api($"uuid_record {bench.Call.Uuid} unmask /tmp/a.wav").Should().Be("-ERR Cannot unmask recording session!");
        bench.Api($"uuid_getvar {bench.Call.Uuid} record_file_size").Should().MatchRegex("^32[0-9]{3}$", "a second in stereo");
    }

    [Fact]
    public void What_was_recorded_is_told_as_it_ends_with_the_silences_in_it()
    {
        Arrive();
        bench.Api($"uuid_record {bench.Call.Uuid} start /tmp/a.wav 0 {{RECORD_STEREO=true}}");
        bench.Run(2);
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/a.wav");
        bench.Run(3);
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/a.wav").Should().Be("+OK Success");
        bench.Run(1);
        bench.Api($"uuid_record {bench.Call.Uuid} unmask /tmp/a.wav");
        bench.Run(1);
        bench.Api($"uuid_record {bench.Call.Uuid} mask /tmp/a.wav");
        bench.Run(1);
        recorded.Should().BeEmpty();
        bench.Api($"uuid_kill {bench.Call.Uuid}");
        bench.Run(1);

        var sound = recorded.Should().ContainSingle().Subject;
        (sound.Path, sound.IsStereo, Math.Round(sound.Length.TotalSeconds, 1)).Should().Be(("/tmp/a.wav", true, 8));
        sound.Silences.Select(silence => (Math.Round(silence.From.TotalSeconds, 1), Math.Round(silence.Until.TotalSeconds, 1))).Should().Equal((2, 6), (7, 8));
    }

    [Fact]
    public void A_broadcast_plays_over_the_music()
    {
        Arrive();
        var music = Bench.Execute(bench.Call, "playback", Music);
        bench.Run(1);
        var seen = Bench.Watch(bench.Call);

        bench.Api($"uuid_broadcast {bench.Call.Uuid} second.wav aleg").Should().Be("+OK Message sent");
        bench.Run(5);

        seen.Should().Equal("CHANNEL_EXECUTE playback", "CHANNEL_EXECUTE_COMPLETE playback FILE PLAYED");
        music.Should().BeEmpty();
    }

    [Fact]
    public void A_displacement_plays_without_any_event()
    {
        Arrive();
        var seen = Bench.Watch(bench.Call);

        bench.Api($"uuid_displace {bench.Call.Uuid} start beep.wav 0 mux").Should().StartWith("+OK");
        bench.Run(5);

        seen.Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_found()
    {
        using var lacking = new Bench(new() { Dialplan = _ => [new("socket", "service async full")], MissingSounds = ["gone.wav"] });
        lacking.Serve();
        lacking.FreeSwitch.Call("1234");
        lacking.Run(0.1);
        var played = Bench.Execute(lacking.Call, "playback", "gone.wav");

        lacking.Run(0.1);

        played.Should().Equal("FILE NOT FOUND");
    }

    [Fact]
    public void Playing_before_the_answer_is_early_media()
    {
        bench.FreeSwitch.Call("1234");
        bench.Run(0.1);
        var seen = Bench.Watch(bench.Call);

        Bench.Execute(bench.Call, "playback", Music);
        bench.Run(1);

        seen.Should().Equal("CHANNEL_EXECUTE playback", "CHANNEL_PROGRESS_MEDIA");
    }

    [Fact]
    public void Digits_are_read_while_the_prompt_plays_and_end_it()
    {
        var caller = Arrive();
        Bench.Execute(bench.Call, "play_and_get_digits", "2 2 3 5000 # prompt.wav invalid.wav choice [0-9]+");
        bench.Run(0.5);

        caller.Presses("42");
        bench.Run(0.3);

        bench.Api($"uuid_getvar {bench.Call.Uuid} choice").Should().Be("42");
        bench.Api($"uuid_getvar {bench.Call.Uuid} read_result").Should().Be("success");
    }

    [Fact]
    public void Wrong_digits_and_silence_are_told_apart_and_tried_so_often()
    {
        var caller = Arrive();
        var done = Bench.Execute(bench.Call, "play_and_get_digits", "1 1 2 2000 # prompt.wav invalid.wav choice [1-3]");
        bench.Run(0.5);

        caller.Presses("9");
        bench.Run(0.1);
        bench.Api($"uuid_getvar {bench.Call.Uuid} read_result").Should().Be("failure");
        bench.Api($"uuid_getvar {bench.Call.Uuid} choice_invalid").Should().Be("9");

        // "invalid" 3 s, the prompt 3 s, silence 2 s, "invalid" again 3 s.
        bench.Run(10.5);
        done.Should().BeEmpty();
        bench.Run(0.6);
        done.Should().HaveCount(1);
        bench.Api($"uuid_getvar {bench.Call.Uuid} read_result").Should().Be("timeout");
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 7)]
    public void A_recording_ends_in_silence(double speech, double seconds)
    {
        bench.FreeSwitch.Call("+79161234567").FallsSilentAfter(TimeSpan.FromSeconds(speech));
        bench.Run(0.2);
        Bench.Execute(bench.Call, "answer");
        bench.Run(0.05);
        var recorded = Bench.Execute(bench.Call, "record", "/tmp/message.wav 60 200 3");
        bench.Run(seconds - 0.1);
        recorded.Should().BeEmpty();
        bench.Run(0.2);
        recorded.Should().HaveCount(1);
        bench.Api($"uuid_getvar {bench.Call.Uuid} silence_hits_exhausted").Should().Be("true");
    }

    [Fact]
    public void A_recording_ends_at_its_limit()
    {
        Arrive();
        var recorded = Bench.Execute(bench.Call, "record", "/tmp/message.wav 10");

        bench.Run(9.9);
        recorded.Should().BeEmpty();
        bench.Run(0.3);
        recorded.Should().HaveCount(1);
        bench.Api($"uuid_getvar {bench.Call.Uuid} record_ms").Should().Be("10000");
    }

    [Fact]
    public void Variables_are_put_into_what_an_application_is_given()
    {
        Arrive();
        Bench.Execute(bench.Call, "set", "name=Anna");
        Bench.Execute(bench.Call, "set", "greeting=Hello ${name}!");
        bench.Run(0.1);

        bench.Api($"uuid_getvar {bench.Call.Uuid} greeting").Should().Be("Hello Anna!");
        Bench.Execute(bench.Call, "unset", "name");
        bench.Run(0.1);
        bench.Api($"uuid_getvar {bench.Call.Uuid} name").Should().Be("_undef_");
    }

    [Fact]
    public void Commands_for_a_call_that_has_ended_are_taken_and_nothing_comes_of_them()
    {
        var caller = Arrive();
        caller.HangsUp();
        bench.Run(0.1);
        var seen = Bench.Watch(bench.Call);
        var replies = new List<bool>();

        bench.Call.Send(new Web3Tel.EventSocket.Commands.SendMsg(null, new("call-command", "execute"), new("execute-app-name", "answer")))
            .Subscribe(reply => replies.Add(reply.Success));
        bench.Run(1);

        replies.Should().Equal(true);
        seen.Should().BeEmpty();
    }

    [Fact]
    public void Too_many_messages_for_one_channel_close_the_connection_without_a_word()
    {
        Arrive();
        var replies = 0;
        Exception? failed = null;
        for (var i = 0; i < 258; i++)
        {
            bench.Call.Send(new Web3Tel.EventSocket.Commands.SendMsg(null, new("call-command", "execute"), new("execute-app-name", "answer")))
                .Subscribe(_ => replies++, error => failed = error);
        }

        bench.Run(0.01);

        replies.Should().Be(257);
        failed.Should().NotBeNull();
    }

    Web3Tel.Simulator.People.SimulatedCaller Arrive()
    {
        var caller = bench.FreeSwitch.Call("1234");
        bench.Run(0.1);
        Bench.Execute(bench.Call, "answer");
        bench.Run(0.1);
        return caller;
    }
}
