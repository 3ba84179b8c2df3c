using Web3Tel.Benchmarks;

return args switch
{
    [] or ["wire"] => await WireBenchmark.Run(),
    [WireFeeder.Command, ..] => await WireFeeder.Run(args),
    _ => Unknown(args[0]),
};

static int Unknown(string name)
{
    Console.Error.WriteLine($"There is no benchmark '{name}'. Say 'wire', or nothing for all.");
    return 1;
}
