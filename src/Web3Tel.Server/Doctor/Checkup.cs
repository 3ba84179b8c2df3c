using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Doctor;

/// <summary>Looks at everything the call center needs, from the service's side. It changes nothing, and may run beside a running service.</summary>
sealed class Checkup(ServiceSettings settings, Machine machine)
{
    /// <summary>Findings as they are found.</summary>
    public async IAsyncEnumerable<Finding> Look()
    {
        foreach (var finding in Here())
        {
            yield return finding;
        }

        if (settings.IsSimulated)
        {
            foreach (var finding in await VoiceCheck.Look(settings, null, machine.Time))
            {
                yield return finding;
            }

            yield return Finding.Warning(
                Checks.EventSocket,
                new Sentence("No FreeSWITCH is set: the service runs on the simulated one, and all calls are invented.", "FreeSWITCH не задан: служба работает на имитации, и все звонки выдуманы."),
                new Sentence("Set Web3Tel:FreeSwitch:Host and Web3Tel__FreeSwitch__Password.", "Задайте Web3Tel:FreeSwitch:Host и Web3Tel__FreeSwitch__Password."));
            yield break;
        }

        foreach (var one in settings.FreeSwitches)
        {
            await foreach (var finding in new Checkup(settings with { FreeSwitch = one }, machine).At(one))
            {
                yield return settings.OtherFreeSwitches.IsEmpty ? finding : finding.Of(one.Node);
            }
        }
    }

    /// <summary>What one FreeSWITCH says.</summary>
    async IAsyncEnumerable<Finding> At(SwitchSettings @switch)
    {
        var (reached, socket) = await EventSocketCheck.Look(@switch);
        yield return reached;
        using (socket)
        {
            foreach (var check in There(@switch, socket is null ? null : new Interview(socket)))
            {
                foreach (var finding in await Answered(check))
                {
                    yield return finding;
                }
            }
        }
    }

    IEnumerable<Finding> Here()
    {
        var serviceRuns = DataFolder.IsHeld(settings.Data);
        return
        [
            Finding.Ok(Checks.Settings, "The settings can be used.", "Настройки годятся."),
            VersionsCheck.OfService(),
            DataCheck.Look(settings.Data, serviceRuns),
            .. PortsCheck.Look(settings, serviceRuns),
            .. DiskCheck.Look(settings, machine),
            OpenFilesCheck.OfService(settings, machine),
            RecordingsCheck.Ours(settings.Recordings),
            RepairsCheck.Look(settings.Data),
        ];
    }

    IEnumerable<Func<Task<IEnumerable<Finding>>>> There(SwitchSettings @switch, Interview? interview)
    {
        yield return () => VoiceCheck.Look(settings, interview, machine.Time);
        if (interview is null)
        {
            yield break;
        }

        var sounds = new SoundsCheck(interview, new PromptStore(settings.Prompts, new StorageOptions(settings.Data, machine.Time), NullLogger.Instance));
        yield return () => VersionsCheck.OfFreeSwitch(interview);
        yield return () => ModulesCheck.Look(interview);
        yield return () => SipCheck.Look(interview);
        yield return () => DirectoryCheck.Look(settings, interview);
        yield return () => VertoCheck.Look(settings.Verto, interview, machine.Time);
        yield return () => LineOutCheck.Look(settings.CallCenter.LineOut, interview);
        yield return () => DialplanCheck.Look(settings.Outbound, interview);
        yield return () => sounds.Look(Checks.Music, SoundNames.Music(settings));
        yield return () => sounds.Look(Checks.Prompts, SoundNames.Prompts(settings));
        yield return () => RecordingsCheck.FreeSwitch(settings, interview);
        yield return () => ClockCheck.Look(interview, machine.Time);
        yield return () => OpenFilesCheck.OfFreeSwitch(@switch, interview, machine);
    }

    /// <summary>FreeSWITCH may go away while it is asked.</summary>
    static async Task<IEnumerable<Finding>> Answered(Func<Task<IEnumerable<Finding>>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception e) when (e is ConnectionLostException or TimeoutException)
        {
            return
            [
                Finding.Wrong(
                    Checks.EventSocket,
                    new Sentence($"FreeSWITCH did not answer: {e.Message}", $"FreeSWITCH не ответил: {e.Message}"),
                    new Sentence("See whether it is stuck or has ended: fs_cli -x status, and its log.", "Посмотрите, не завис ли он и не завершился ли: fs_cli -x status и его журнал.")),
            ];
        }
    }
}
