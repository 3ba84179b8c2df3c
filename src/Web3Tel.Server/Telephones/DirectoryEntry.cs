using System.Xml.Linq;
using Web3Tel.Agents;
using Web3Tel.Server.Verto;

namespace Web3Tel.Server.Telephones;

/// <summary>An operator's telephone as FreeSWITCH's directory has it: the same as in <c>freeswitch/directory/operators.xml</c>.</summary>
static class DirectoryEntry
{
    /// <summary>"We do not know": FreeSWITCH then looks into its own directory.</summary>
    public static XElement None { get; } = Document("result", new XElement("result", new XAttribute("status", "not found")));

    /// <param name="password">Of the telephone that registers by SIP; null for none that we know of.</param>
    /// <param name="browser">Of the telephone in the browser; null for none.</param>
    /// <param name="isInBrowser">Whether that one is there: then no other rings. Two would be one leg of the same id, and FreeSWITCH calls that critical.</param>
    public static XElement Of(AgentSettings agent, PhonePassword? password, PhonePassword? browser, bool isInBrowser, string domain) => Document(
        "directory",
        new XElement(
            "domain",
            new XAttribute("name", domain),
            new XElement("params", Pair("param", "dial-string", "{presence_id=${dialed_user}@${dialed_domain},media_timeout=${phone_dead_after}}" + (isInBrowser ? "${verto_contact(${dialed_user}@${dialed_domain})}" : "${sofia_contact(*/${dialed_user}@${dialed_domain})}"))),
            new XElement("groups", new XElement("group", new XAttribute("name", "operators"), new XElement("users", User(agent, password, browser, domain))))));

    /// <remarks>mod_verto takes the last of the two, and compares it with a hash of what it was given because there is an <c>a1-hash</c> (check_auth of 1.10.12).</remarks>
    static XElement User(AgentSettings agent, PhonePassword? password, PhonePassword? browser, string domain) => new(
        "user",
        new XAttribute("id", agent.Id),
        new XElement("params", Pair("param", "a1-hash", (password ?? browser)!.Hash), browser is null ? null : BrowserParameters(browser)),
        new XElement(
            "variables",
            Pair("variable", "user_context", "internal"),
            Pair("variable", "presence_id", $"{agent.Id}@{domain}"),
            Pair("variable", "effective_caller_id_name", Plain(agent.Name)),
            Pair("variable", "effective_caller_id_number", agent.Id)));

    static XElement[] BrowserParameters(PhonePassword password) =>
        [Pair("param", "jsonrpc-allowed-methods", VertoFilter.Methods), Pair("param", "jsonrpc-password", password.Hash)];

    /// <summary>FreeSWITCH puts variables in where it finds <c>${…}</c>: a name must not be one.</summary>
    public static string Plain(string name) => name.Replace("$", "", StringComparison.Ordinal);

    static XElement Pair(string what, string name, string value) => new(what, new XAttribute("name", name), new XAttribute("value", value));

    static XElement Document(string section, XElement content) =>
        new("document", new XAttribute("type", "freeswitch/xml"), new XElement("section", new XAttribute("name", section), content));
}
