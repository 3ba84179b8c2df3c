using System.Collections.Immutable;
using Web3Tel.Server.Reviews;

namespace Web3Tel.Server.Settings;

/// <summary>Reads the form by which conversations are judged.</summary>
static class ScoreCardReader
{
    public const string Key = "ScoreCard";

    const int MostPoints = 100;

    public static ImmutableArray<Criterion> Read(SettingsReader root)
    {
        var card = root.Sections(Key).Select(Criterion).ToImmutableArray();
        PeopleReader.RefuseTwice(root, Key, card.Select(one => one.Id));
        return card;
    }

    static Criterion Criterion(SettingsReader section)
    {
        var id = PeopleReader.Name(section, "Id", "greeting");
        var criterion = new Criterion(id, section.Text("Name", id), section.Number("MostPoints", 5, 1, MostPoints), section.Number("Weight", 1, 1, MostPoints))
        {
            RussianName = section.Has("RussianName") ? section.Text("RussianName") : null,
            Text = section.Text("Text"),
            RussianText = section.Has("RussianText") ? section.Text("RussianText") : null,
        };
        section.RefuseOthers();
        return criterion;
    }
}
