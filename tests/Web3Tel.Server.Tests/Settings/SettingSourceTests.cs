using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Settings;

public sealed class SettingSourceTests
{
    [Fact]
    public void Where_a_setting_comes_from_is_told_by_the_last_source_that_has_it()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["appsettings.json"], """{ "Web3Tel": { "Mail": { "Host": "file", "User": "file", "Port": "25", "From": "" } } }""");
        const string Variable = "WEB3TELTEST_Web3Tel__Mail__User";
        Environment.SetEnvironmentVariable(Variable, "environment");
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(folder["appsettings.json"]).AddEnvironmentVariables("WEB3TELTEST_").AddCommandLine(["--Web3Tel:Mail:Port=26"]).Build();
            SettingSource.Of(settings, "Web3Tel:Mail:Host").Should().Be(new SettingSource(SettingOrigin.File, folder["appsettings.json"]));
            SettingSource.Of(settings, "Web3Tel:Mail:User").Should().Be(new SettingSource(SettingOrigin.Environment));
            SettingSource.Of(settings, "Web3Tel:Mail:Port").Should().Be(new SettingSource(SettingOrigin.CommandLine));
            SettingSource.Of(settings, "Web3Tel:Mail:From").Should().Be(new SettingSource(SettingOrigin.Default), "empty is as not set");
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }
}
