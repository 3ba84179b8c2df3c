using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Tests.Accounts;
using Web3Tel.Server.Tests.Service;

namespace Web3Tel.Server.Tests.Verto;

/// <summary>What tests of the telephone in the browser share: the service before a mod_verto in the hands of the test.</summary>
public abstract class VertoTest : AccountTest
{
    protected const string Foreign = "6d7f3f06-3a4b-4bd6-9d7b-000000000001";
    protected const string Own = "6d7f3f06-3a4b-4bd6-9d7b-000000000002";

    private protected ScriptedVerto Verto { get; private set; } = null!;

    private protected PatientTime Time { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Verto.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override async Task<RunningService> Begin()
    {
        Verto ??= await ScriptedVerto.Start();
        More["Web3Tel:Verto:Url"] = Verto.Url.ToString();
        More["Web3Tel:Directory:Token"] = "only-for-this-test";
        return await RunningService.Start(Folder.Path, Telephony, more: More, add: services => services.AddSingleton<TimeProvider>(Time));
    }

    private protected Task<PageTelephone> Open(HttpClient client) => PageTelephone.Open(client, Service.Address, Service.Address.ToString());

    /// <summary>Anna's telephone, signed in at the switch.</summary>
    private protected async Task<(HttpClient Client, PageTelephone Page)> Annas()
    {
        var client = await SignedIn("anna", Role.Operator, "1001");
        var page = await Open(client);
        await SignedInAtSwitch(1);
        return (client, page);
    }

    private protected Task SignedInAtSwitch(int times) => Eventually.Holds(() => Task.FromResult(Verto.SignIns.Should().HaveCount(times)));

    /// <summary>A caller rings at the page, which answers.</summary>
    private protected async Task Talks(PageTelephone page, string call = Own)
    {
        await Verto.Say("verto.invite", new JsonObject { ["callID"] = call, ["sdp"] = PageTelephone.Sdp });
        (await page.Hears())!["method"]!.ToString().Should().Be("verto.invite");
        await page.Send("verto.answer", Of(call, ("sdp", PageTelephone.Sdp)));
        (await page.Hears())!["result"]!["callID"]!.ToString().Should().Be(call);
    }

    /// <summary>Parameters about a call.</summary>
    private protected static JsonObject Of(string call, params (string Name, JsonNode? Value)[] more)
    {
        var parameters = new JsonObject { ["dialogParams"] = new JsonObject { ["callID"] = call } };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    /// <summary>The switch has been asked for these, and for nothing else.</summary>
    private protected void SwitchWasAsked(params string[] methods) => Verto.Asked.Select(one => one["method"]!.ToString()).Should().Equal(methods);
}
