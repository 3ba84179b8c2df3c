using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiteDB;
using Web3Tel.Server.Storage;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Web3Tel.Server.Accounts;

/// <summary>Accounts and tokens on the disk: <c>accounts.db</c>. Nothing else knows of them. Used by the store's thread only.</summary>
sealed class AccountFile : IDatabase
{
    const string BegunId = "begun";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> accounts;
    readonly ILiteCollection<BsonDocument> tokens;
    readonly ILiteCollection<BsonDocument> marks;

    /// <summary>Opens the file, or begins it, without looking into it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    AccountFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        accounts = file.Collection("accounts");
        tokens = file.Collection("tokens");
        marks = file.Collection("marks");
    }

    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Opens the file, or begins it, and reads all that is in it: it is small, and a damage is better met now.</summary>
    /// <exception cref="IOException">The disk does not let us. Anything else: the file is damaged.</exception>
    public static AccountFile OpenChecked(string path, Func<string, PageFile> open)
    {
        var opened = new AccountFile(path, open);
        try
        {
            opened.Read();
            return opened;
        }
        catch
        {
            opened.Abandon();
            throw;
        }
    }

    /// <summary>What can be read of a damaged file.</summary>
    /// <param name="fault">Told of what cannot.</param>
    public static Roll Salvage(string path, Func<string, PageFile> open, Action<Exception> fault)
    {
        var found = Roll.Empty;
        try
        {
            using var damaged = new AccountFile(path, open);
            foreach (var account in damaged.accounts.FindAll().Select(Parse<Account>))
            {
                found = found.With(account);
            }

            foreach (var token in damaged.tokens.FindAll().Select(Parse<ApiToken>))
            {
                found = found.With(token);
            }
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            fault(e);
        }

        // Whatever was lost: a damaged file is no reason to let everybody in.
        return found with { WasBegun = true };
    }

    public Roll Read()
    {
        var people = accounts.FindAll().Select(Parse<Account>).ToImmutableDictionary(account => account.Id);
        return new Roll(people, tokens.FindAll().Select(Parse<ApiToken>).ToImmutableDictionary(token => token.Id), marks.FindById(BegunId) is not null || !people.IsEmpty);
    }

    /// <summary>Writes what differs and returns when it is on the disk.</summary>
    /// <exception cref="IOException">It is not, and will not be.</exception>
    public void Write(Roll before, Roll after)
    {
        file.Tidy();
        try
        {
            file.Commit(() =>
            {
                accounts.Upsert(after.Accounts.Values.Where(account => before.Accounts.GetValueOrDefault(account.Id) != account).Select(account => Document(account.Id, account)));
                tokens.Upsert(after.Tokens.Values.Where(token => before.Tokens.GetValueOrDefault(token.Id) != token).Select(token => Document(token.Id, token)));
                foreach (var gone in before.Tokens.Keys.Except(after.Tokens.Keys))
                {
                    tokens.Delete(gone.ToString());
                }

                marks.Upsert(new BsonDocument { ["_id"] = BegunId });
            });
            file.Settle();
        }
        catch
        {
            file.TakeBack();
            throw;
        }
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    static BsonDocument Document<T>(Guid id, T what) => new() { ["_id"] = id.ToString(), ["json"] = JsonSerializer.Serialize(what, Json) };

    static T Parse<T>(BsonDocument document) =>
        JsonSerializer.Deserialize<T>(document["json"].AsString, Json) ?? throw new InvalidDataException($"There is nothing in {document["_id"]}.");
}
