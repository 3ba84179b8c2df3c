namespace Web3Tel.Calls;

/// <summary>Which call, on which switch. Commands go to a call by this reference, from wherever it is held.</summary>
/// <param name="Node">The switch, by the name it has in the settings.</param>
/// <param name="Id">The call's id on that switch (FreeSWITCH's Unique-ID).</param>
public readonly record struct CallRef(string Node, string Id)
{
    public override string ToString() => $"{Node}/{Id}";
}
