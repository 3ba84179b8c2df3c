using Web3Tel.Server.Commands;
using Web3Tel.Server.Doctor;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

if (args is [[>= 'a' and <= 'z', ..] command, .. var options] && !command.Contains('=', StringComparison.Ordinal))
{
    return command switch
    {
        "doctor" => await DoctorCommand.Run(options, Console.Out, Console.Error, new Machine(TimeProvider.System)),
        PinCommand.Name => PinCommand.Run(Console.In, Console.Out, Console.Error),
        PhonePasswordCommand.Name => PhonePasswordCommand.Run(options, Console.In, Console.Out, Console.Error),
        _ => PastCommand.Run(command, options, Console.Out, Console.Error, TimeProvider.System),
    };
}

try
{
    var settings = SettingsFile.Read(SettingsSources.Of(args));
    using var data = new DataFolder(settings.Data);
    await using var app = ServiceHost.Build(settings, data, services => services.AddSwitch(settings));
    await app.ServeAsync(settings);
    return 0;
}
catch (SettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (StartException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
