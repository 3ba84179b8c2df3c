using System.Collections.Immutable;
using Web3Tel.Phones;
using Web3Tel.Server.Telephones;
using Web3Tel.Speech;

namespace Web3Tel.Server.Settings;

/// <summary>Reads the service numbers that operators dial, and how they prove who they are.</summary>
static class PhoneReader
{
    /// <param name="section">The section <c>Phone</c>.</param>
    /// <param name="pins">Operator → PIN.</param>
    public static PhoneSettings Read(SettingsReader section, ImmutableDictionary<string, Pin> pins)
    {
        var defaults = new PhoneSettings();
        var settings = new PhoneSettings
        {
            Menu = Number(section, "Menu"),
            DoNotDisturb = Number(section, "DoNotDisturb"),
            Disturb = Number(section, "Disturb"),
            PauseRecording = Keys(section, "PauseRecording"),
            ResumeRecording = Keys(section, "ResumeRecording"),
            Language = section.OneOf("Language", Language.English),
            AskOwnPhone = section.Flag("AskOwnPhone", defaults.AskOwnPhone),
            PinTries = section.Number("PinTries", defaults.PinTries, 1, 10),
            LockTime = section.Seconds("LockSeconds", defaults.LockTime.TotalSeconds, 1, 86_400),
            Pins = pins,
        };
        foreach (var twice in new[] { settings.Menu, settings.DoNotDisturb, settings.Disturb }.OfType<string>().GroupBy(number => number).Where(group => group.Count() > 1))
        {
            section.Refuse("Menu", ($"and another service number are both {twice.Key}.", $"и ещё один служебный номер — оба {twice.Key}."), ("Give each a number of its own.", "Дайте каждому свой номер."));
        }

        if (settings is { ResumeRecording: not null, PauseRecording: null })
        {
            section.Refuse("ResumeRecording", ("is set, and no keys pause a recording.", "задано, а клавиш паузы нет."), ("Set PauseRecording, too.", "Задайте и PauseRecording."));
        }
        else if (settings is { ResumeRecording: { } resume, PauseRecording: { } pause } && (resume.EndsWith(pause, StringComparison.Ordinal) || pause.EndsWith(resume, StringComparison.Ordinal)))
        {
            section.Refuse(
                "ResumeRecording",
                ($"is \"{resume}\", and the recording is paused by {pause}: they end alike.", $"= «{resume}», а пауза — {pause}: они кончаются одинаково."),
                ("Give others, or leave it out: then the same keys do both.", "Задайте другие или уберите: тогда одни клавиши делают и то и другое."));
        }

        section.RefuseOthers();
        return settings;
    }

    /// <summary>An operator's PIN. What is wrong with it is told without it.</summary>
    public static Pin? PinOf(SettingsReader section)
    {
        if (!section.Has("Pin"))
        {
            return null;
        }

        var pin = Pin.Read(section.Text("Pin"));
        if (pin is null)
        {
            section.Refuse(
                "Pin",
                ("is not what the command pin prints.", "— не то, что печатает команда pin."),
                ("Run dotnet run --project src/Web3Tel.Server -- pin, and put in what it prints.", "Запустите dotnet run --project src/Web3Tel.Server -- pin и впишите, что напечатано."));
        }

        return pin;
    }

    /// <summary>The password of an operator's telephone. What is wrong with it is told without it.</summary>
    public static PhonePassword? PasswordOf(SettingsReader section)
    {
        if (!section.Has("PhonePassword"))
        {
            return null;
        }

        var password = PhonePassword.Read(section.Text("PhonePassword"));
        if (password is null)
        {
            section.Refuse(
                "PhonePassword",
                ("is not what the command phone-password prints.", "— не то, что печатает команда phone-password."),
                (
                    "Run dotnet run --project src/Web3Tel.Server -- phone-password 1001@127.0.0.1, and put in what it prints.",
                    "Запустите dotnet run --project src/Web3Tel.Server -- phone-password 1001@127.0.0.1 и впишите, что напечатано."));
        }

        return password;
    }

    /// <summary>A single digit, or digits alone, would be taken for a command by whoever answers a menu.</summary>
    static string? Keys(SettingsReader section, string key)
    {
        if (!section.Has(key))
        {
            return null;
        }

        var keys = section.Text(key);
        if (keys is ['*' or '#', _, ..] && keys.Length <= PhoneSettings.MostKeys && keys.All(c => char.IsAsciiDigit(c) || c is '*' or '#'))
        {
            return keys;
        }

        section.RefuseValue(key, keys, (
            $"Give * or # and more keys, {PhoneSettings.MostKeys} at most, such as *7, or leave it out.",
            $"Задайте * или # и ещё клавиши, всего не больше {PhoneSettings.MostKeys}, например *7, или уберите."));
        return null;
    }

    static string? Number(SettingsReader section, string key)
    {
        if (!section.Has(key))
        {
            return null;
        }

        var number = section.Text(key);
        if (number is ['*', _, ..] && number[1..].All(char.IsAsciiDigit))
        {
            return number;
        }

        section.RefuseValue(key, number, (
            "Give a star and digits, such as *90, which the dialplan hands over, or leave it out.", "Задайте звёздочку и цифры, например *90, которые передаёт диалплан, или уберите."));
        return null;
    }
}
