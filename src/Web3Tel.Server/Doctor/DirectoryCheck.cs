using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Doctor;

/// <summary>Does FreeSWITCH ask us for operators' telephones, and does it find them?</summary>
static class DirectoryCheck
{
    public static async Task<IEnumerable<Finding>> Look(ServiceSettings settings, Interview interview)
    {
        if (settings.PhonePasswords.IsEmpty && settings.Directory.Token.Length == 0)
        {
            return
            [
                Finding.Ok(
                    Checks.Directory,
                    "No operator has a PhonePassword: FreeSWITCH knows the telephones of its own directory.",
                    "Ни у одного оператора не задан PhonePassword: FreeSWITCH знает телефоны из своего справочника."),
            ];
        }

        if (settings.Directory.Token.Length == 0)
        {
            return
            [
                Finding.Wrong(
                    Checks.Directory,
                    new Sentence("Operators have a PhonePassword, but FreeSWITCH is not told of it: no token is set.", "У операторов задан PhonePassword, но FreeSWITCH о нём не узнает: нет токена."),
                    new Sentence("Set Web3Tel__Directory__Token to directory_password of secrets.xml.", "Задайте Web3Tel__Directory__Token равным directory_password из secrets.xml.")),
            ];
        }

        if (await interview.Ask("module_exists mod_xml_curl") != "true")
        {
            return
            [
                Finding.Warning(
                    Checks.Directory,
                    new Sentence("mod_xml_curl is not loaded: FreeSWITCH knows only the telephones of its own directory.", "mod_xml_curl не загружен: FreeSWITCH знает только телефоны из своего справочника."),
                    new Sentence("Debian: apt install freeswitch-mod-xml-curl, then: fs_cli -x \"load mod_xml_curl\".", "Debian: apt install freeswitch-mod-xml-curl, затем: fs_cli -x \"load mod_xml_curl\".")),
            ];
        }

        var domain = await interview.Variable("domain");
        if (!domain.Equals(settings.Directory.Domain, StringComparison.OrdinalIgnoreCase))
        {
            return
            [
                Finding.Wrong(
                    Checks.Directory,
                    new Sentence($"Telephones register at the domain {domain}; the service tells of {settings.Directory.Domain}.", $"Телефоны регистрируются в домене {domain}, а служба знает {settings.Directory.Domain}."),
                    new Sentence("Set Web3Tel:Directory:Domain to domain of vars.xml; passwords are made anew for it.", "Задайте Web3Tel:Directory:Domain равным domain из vars.xml; пароли делаются для него заново.")),
            ];
        }

        var unknown = new List<string>();
        foreach (var user in settings.PhonePasswords.Keys.Order(StringComparer.Ordinal).Take(100))
        {
            if (await interview.Ask($"user_exists id {user} {domain}") != "true")
            {
                unknown.Add(user);
            }
        }

        return unknown.Count == 0
            ? [Finding.Ok(Checks.Directory, "FreeSWITCH finds the operators' telephones.", "FreeSWITCH находит телефоны операторов.")]
            :
            [
                Finding.Wrong(
                    Checks.Directory,
                    new Sentence($"FreeSWITCH does not find the telephones of {string.Join(", ", unknown)}.", $"FreeSWITCH не находит телефоны {string.Join(", ", unknown)}."),
                    new Sentence(
                        "The service must run. Compare web3tel_directory (vars.xml) with Web3Tel:Http:Listen, and directory_password (secrets.xml) with Web3Tel__Directory__Token; FreeSWITCH's log says what it was answered.",
                        "Служба должна работать. Сравните web3tel_directory (vars.xml) с Web3Tel:Http:Listen и directory_password (secrets.xml) с Web3Tel__Directory__Token; в журнале FreeSWITCH видно, что ему ответили.")),
            ];
    }
}
