using System.Text;

namespace Web3Tel.Server.Recordings;

/// <summary>What is searched of the recordings of one block: about 50 bytes each in memory, where a million are looked through in some milliseconds.</summary>
sealed class Segment
{
    /// <summary>Stands between the numbers of a call, who called before who was called and a number outside: nobody can look for it.</summary>
    const byte Between = (byte)'/';

    readonly long[] starts;
    readonly float[] seconds;
    readonly int[] operators;
    readonly int[] queues;
    readonly int[] results;
    readonly byte[] digits;
    readonly int[] ends;
    readonly long oldest;
    readonly long newest;

    /// <param name="recordings">At least one.</param>
    /// <param name="names">Numbers the operators who talked, all of a call as one name (<see cref="Talkers"/>), the queues and the results.</param>
    public Segment(IReadOnlyList<Recording> recordings, (NameTable Operators, NameTable Queues, NameTable Results) names)
    {
        starts = [.. recordings.Select(recording => recording.Start.UtcTicks)];
        seconds = [.. recordings.Select(recording => (float)recording.Seconds)];
        operators = [.. recordings.Select(recording => names.Operators.NumberOf(Talkers(recording.Operators)))];
        queues = [.. recordings.Select(recording => names.Queues.NumberOf(recording.Queue ?? ""))];
        results = [.. recordings.Select(recording => names.Results.NumberOf(recording.ResultCode))];
        (digits, ends) = Numbers(recordings);
        oldest = starts.Min();
        newest = starts.Max();
        Unfinished = recordings.Count(recording => recording.File == FileState.Unfinished);
    }

    public int Count => starts.Length;

    /// <summary>How many files may still be written.</summary>
    public int Unfinished { get; }

    /// <summary>Several operators as one name; no id holds the comma.</summary>
    public static string Talkers(IEnumerable<string> operators) => string.Join(',', operators);

    public bool MayHave(Sieve sieve) => newest >= sieve.Since && oldest < sieve.Until;

    public bool MayHaveEnded(bool[] wanted, long before) => oldest < before && Array.Exists(queues, queue => wanted[queue]);

    public long StartOf(int row) => starts[row];

    public bool Has(Sieve sieve, int row) =>
        starts[row] >= sieve.Since && starts[row] < sieve.Until
        && seconds[row] >= sieve.LeastSeconds && seconds[row] <= sieve.MostSeconds
        && (sieve.Queues is null || sieve.Queues[queues[row]])
        && (sieve.Operators is null || sieve.Operators[operators[row]])
        && (sieve.Results is null || sieve.Results[results[row]])
        && HasNumbers(sieve, row)
        && sieve.HasTimeOfDay(starts[row]);

    bool HasNumbers(Sieve sieve, int row)
    {
        if (sieve.Number is null && sieve.From is null && sieve.To is null)
        {
            return true;
        }

        var both = digits.AsSpan((row == 0 ? 0 : ends[row - 1])..ends[row]);
        var between = both.IndexOf(Between);
        return (sieve.Number is null || both.IndexOf(sieve.Number) >= 0)
            && (sieve.From is null || both[..between].IndexOf(sieve.From) >= 0)
            && (sieve.To is null || both[(between + 1)..].IndexOf(sieve.To) >= 0);
    }

    static (byte[] Digits, int[] Ends) Numbers(IReadOnlyList<Recording> recordings)
    {
        var digits = new List<byte>();
        var ends = new int[recordings.Count];
        for (var row = 0; row < recordings.Count; row++)
        {
            digits.AddRange(Encoding.ASCII.GetBytes(Callers.CallerLists.Digits(recordings[row].From)));
            digits.Add(Between);
            digits.AddRange(Encoding.ASCII.GetBytes(Callers.CallerLists.Digits(recordings[row].To)));
            if (recordings[row].Outside is { Length: > 0 } outside)
            {
                digits.Add(Between);
                digits.AddRange(Encoding.ASCII.GetBytes(Callers.CallerLists.Digits(outside)));
            }

            ends[row] = digits.Count;
        }

        return ([.. digits], ends);
    }
}
