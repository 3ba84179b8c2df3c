namespace Web3Tel.Simulator.Events;

enum EventFormat
{
    Plain,
    Json,
}
