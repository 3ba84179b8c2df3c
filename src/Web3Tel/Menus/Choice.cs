namespace Web3Tel.Menus;

/// <summary>What a key of a menu leads to.</summary>
abstract record Choice<T>
{
    private Choice()
    {
    }

    /// <summary>The caller has chosen.</summary>
    public sealed record Result(T Value) : Choice<T>;

    /// <summary>Another menu, one level deeper.</summary>
    public sealed record Submenu(Menu<T> Menu) : Choice<T>;

    /// <summary>The menu one level up; the same menu again where there is none.</summary>
    public sealed record Back : Choice<T>;

    /// <summary>The same menu again, from the beginning of its prompt.</summary>
    public sealed record Repeat : Choice<T>;
}
