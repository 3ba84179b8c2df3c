using System.Text.Json;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Commands;

/// <summary>Commands about days gone by. They read copies: nothing of the data folder is written, and a service may run on it.</summary>
static class PastCommand
{
    /// <summary>Returns the exit code: 0 for yes, 1 for no, 2 for a command that cannot be carried out.</summary>
    public static int Run(string name, IEnumerable<string> args, TextWriter output, TextWriter errors, TimeProvider time)
    {
        try
        {
            var options = new Options(args);
            return name switch
            {
                "replay" => ReplayCommand.Run(options, output, time),
                "whatif" => WhatIfCommand.Run(options, output, time),
                "report" => ReportCommand.Run(options, output, time),
                _ => throw new CommandException($"There is no command \"{name}\": commands are doctor, replay, whatif, report and pin; without one the service runs."),
            };
        }
        catch (Exception e) when (e is CommandException or SettingsException)
        {
            errors.WriteLine(e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or JsonException or LiteDB.LiteException)
        {
            errors.WriteLine($"The journal cannot be read: {e.Message} If a service runs on it, try again: it may have written while the copy was made.");
        }

        return 2;
    }

    /// <summary>The day that was asked for.</summary>
    public static PastData Open(Options options, TimeProvider time) => new(Data(options), options.Text("--date"), time);

    /// <summary>The data folder.</summary>
    public static string Data(Options options) => Path.GetFullPath(options.Text("--data") ?? SettingsFile.Read(SettingsSources.Of([])).Data);
}
