namespace Web3Tel.Scenarios;

static class RingbackTone
{
    /// <summary>Without an end, in FreeSWITCH's words: how long it sounds, how long it does not, and at which frequencies.</summary>
    public static string Of(Ringback country) => country switch
    {
        Ringback.Russia => "tone_stream://%(1000,4000,425);loops=-1",
        Ringback.Europe => "tone_stream://%(1000,4000,425);loops=-1",
        Ringback.Britain => "tone_stream://%(400,200,400,450);%(400,2000,400,450);loops=-1",
        Ringback.America => "tone_stream://%(2000,4000,440,480);loops=-1",
    };
}
