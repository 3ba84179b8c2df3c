using FluentAssertions;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Recordings;

public sealed class ListeningsTests
{
    [Fact]
    public void What_one_person_asks_of_one_sound_in_a_short_while_is_one_listening()
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var listenings = new Listenings(time);

        listenings.Begins("anna", "a").Should().BeTrue();
        listenings.Begins("anna", "a").Should().BeFalse();
        listenings.Begins("anna", "b").Should().BeTrue("it is another sound");
        listenings.Begins("boris", "a").Should().BeTrue("it is somebody else");
        time.Advance(TimeSpan.FromMinutes(9));
        listenings.Begins("anna", "a").Should().BeFalse();
        time.Advance(TimeSpan.FromMinutes(1));
        listenings.Begins("anna", "a").Should().BeTrue("whoever goes on asking cannot stay out of the trail");
        listenings.Begins("boris", "a").Should().BeTrue();
        listenings.Begins("boris", "a").Should().BeFalse();
    }
}
