using System.Globalization;
using System.Text.RegularExpressions;

namespace Web3Tel.Simulator.Applications;

/// <summary>
/// Plays a prompt and reads digits: <c>min max tries timeout terminators prompt invalid variable [regex] [digit timeout]</c>.
/// A key stops the prompt. <c>read_result</c> tells how it went.
/// </summary>
sealed class PlayAndGetDigitsApplication : Application
{
    string[] words = [];
    int least;
    int most;
    int triesLeft;
    Sound? sound;
    IDisposable? waiting;
    string digits = "";
    bool isReading;

    string Word(int index, string otherwise = "") => index < words.Length ? words[index] : otherwise;

    TimeSpan Timeout => TimeSpan.FromMilliseconds(Math.Max(1000, Number(3, 1000)));

    TimeSpan DigitTimeout => Number(9, 0) is > 0 and var own ? TimeSpan.FromMilliseconds(own) : Timeout;

    protected override void Start()
    {
        words = Data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        least = Math.Max(0, Number(0, 0));
        most = Math.Max(least, Number(1, least));
        triesLeft = Number(2, 1);
        Try();
    }

    public override void Pause() => sound?.Pause();

    public override void Resume() => sound?.Resume();

    public override void Interrupt()
    {
        Quiet();
        Finish();
    }

    public override void Key(char key)
    {
        if (!isReading)
        {
            return;
        }

        Quiet();
        if (Word(4, "#").Contains(key, StringComparison.Ordinal))
        {
            Judge();
            return;
        }

        digits += key;
        if (digits.Length >= most)
        {
            Judge();
        }
        else
        {
            Wait(DigitTimeout);
        }
    }

    void Try()
    {
        if (triesLeft-- <= 0)
        {
            Finish();
            return;
        }

        digits = "";
        isReading = true;
        Play(Word(5), () => Wait(Timeout));
    }

    void Play(string source, Action then)
    {
        var playing = sound = new Sound(Channel, source);
        playing.Play(() =>
        {
            playing.Stop();
            then();
        });
    }

    void Wait(TimeSpan time)
    {
        waiting?.Dispose();
        waiting = After(time, Judge);
    }

    void Quiet()
    {
        waiting?.Dispose();
        sound?.Stop();
    }

    void Judge()
    {
        isReading = false;
        var name = Word(7);
        if (digits.Length >= least && digits.Length > 0 && Regex.IsMatch(digits, Word(8, "."), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Channel.Variables["read_result"] = "success";
            Channel.Variables[name] = digits;
            Finish();
            return;
        }

        Channel.Variables["read_result"] = digits.Length == 0 ? "timeout" : "failure";
        Channel.Variables[name] = null;
        if (digits.Length > 0)
        {
            Channel.Variables[$"{name}_invalid"] = digits;
        }

        Play(Word(6), Try);
    }

    int Number(int index, int otherwise) => int.TryParse(Word(index), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
