using System.Xml.Linq;
using Web3Tel.Agents;

namespace Web3Tel.Server.Telephones;

/// <summary>An operator's telephone as FreeSWITCH's directory has it: the same as in <c>freeswitch/directory/operators.xml</c>.</summary>
static class DirectoryEntry
{
    /// <summary>"We do not know": FreeSWITCH then looks into its own directory.</summary>
    public static XElement None { get; } = Document("result", new XElement("result", new XAttribute("status", "not found")));

    public static XElement Of(AgentSettings agent, PhonePassword password, string domain) => Document(
        "directory",
        new XElement(
            "domain",
            new XAttribute("name", domain),
            new XElement("params", Pair("param", "dial-string", "{presence_id=${dialed_user}@${dialed_domain},media_timeout=${phone_dead_after}}${sofia_contact(*/${dialed_user}@${dialed_domain})}")),
            new XElement("groups", new XElement("group", new XAttribute("name", "operators"), new XElement("users", User(agent, password, domain))))));

    static XElement User(AgentSettings agent, PhonePassword password, string domain) => new(
        "user",
        new XAttribute("id", agent.Id),
        new XElement("params", Pair("param", "a1-hash", password.Hash)),
        new XElement(
            "variables",
            Pair("variable", "user_context", "internal"),
            Pair("variable", "presence_id", $"{agent.Id}@{domain}"),
            Pair("variable", "effective_caller_id_name", Plain(agent.Name)),
            Pair("variable", "effective_caller_id_number", agent.Id)));

    /// <summary>FreeSWITCH puts variables in where it finds <c>${…}</c>: a name must not be one.</summary>
    static string Plain(string name) => name.Replace("$", "", StringComparison.Ordinal);

    static XElement Pair(string what, string name, string value) => new(what, new XAttribute("name", name), new XAttribute("value", value));

    static XElement Document(string section, XElement content) =>
        new("document", new XAttribute("type", "freeswitch/xml"), new XElement("section", new XAttribute("name", section), content));
}
