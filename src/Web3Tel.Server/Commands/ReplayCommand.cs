using System.Globalization;
using Web3Tel.Journal;

namespace Web3Tel.Server.Commands;

/// <summary><c>web3tel replay</c>: does this program decide a past day as it was decided then?</summary>
static class ReplayCommand
{
    public static int Run(Options options, TextWriter output, TimeProvider time)
    {
        options.Flag("--data");
        options.Flag("--date");
        options.RefuseOthers();
        using var past = PastCommand.Open(options, time);
        var check = new ReplayCheck(past.Find, past.SavedStates());
        foreach (var moment in past.Moments())
        {
            if (moment.At >= past.To)
            {
                break;
            }

            if (moment.At >= past.From)
            {
                check.Read(moment);
            }
        }

        var result = check.Complete();
        if (result.Events == 0)
        {
            throw new CommandException($"The journal has nothing of {past.From:yyyy-MM-dd}: choose another day with --date.");
        }

        Write(output, past.From, result);
        return result.IsTheSame ? 0 : 1;
    }

    static void Write(TextWriter output, DateTimeOffset day, ReplayResult result)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} (UTC): {result.Events} events, {result.Offers} offers."));
        output.WriteLine($"Calls compared with the history: {result.Calls}, different: {result.DifferentCalls}{Unknown(result.UnknownCalls)}.");
        output.WriteLine($"States compared with those kept then: {result.States}, different: {result.DifferentStates}.");
        output.WriteLine(result.Difference ?? "The replay decides as was decided then.");
    }

    static string Unknown(int calls) => calls == 0 ? "" : $", not in the history: {calls}";
}
