using System.Globalization;

namespace Web3Tel.Benchmarks;

/// <summary>How fast events come through the wire.</summary>
static class WireBenchmark
{
    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("The wire: the events of 120 calls (8,711 events, 4.4 KB each), again and again");
        Console.WriteLine($"{"",-58}{"events/s",12} {"per core s",12} {"bytes/event",12}");
        var corpus = new WireCorpus();
        WireParsing.Run(corpus, Print);
        WireRouting.Run(corpus, Print);
        await WireEndToEnd.Run(corpus, Print);
        return 0;
    }

    static void Print(string what, WireFigures figures) => Console.WriteLine($"{what,-58}{figures}");
}
