using System.Text.Json;
using LiteDB;
using Web3Tel.Server.Storage;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Web3Tel.Server.Reviews;

/// <summary>
/// Reviews on the disk: <c>reviews.db</c>, a document for each recording of which something was said. Nothing else knows of them. Used by the
/// store's thread only.
/// </summary>
sealed class ReviewFile : IDatabase
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly DatabaseFile file;
    readonly ILiteCollection<BsonDocument> reviews;

    /// <summary>What means are taken of, by recording: all of it, for there is one score of hundreds of recordings.</summary>
    readonly Dictionary<string, Review> scored = new(StringComparer.Ordinal);

    /// <summary>Opens the file, or begins it, without looking into it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    ReviewFile(string path, Func<string, PageFile> open)
    {
        file = new DatabaseFile(path, open);
        reviews = file.Collection("reviews");
    }

    public bool IsUnsettled => file.IsUnsettled;

    /// <summary>Of recordings that were judged: without remarks and comments.</summary>
    public IEnumerable<Review> Scored => scored.Values;

    /// <summary>Opens the file, or begins it, and reads all that is in it.</summary>
    /// <exception cref="IOException">The disk does not let us. Anything else: the file is damaged.</exception>
    public static ReviewFile OpenChecked(string path, Func<string, PageFile> open)
    {
        var opened = new ReviewFile(path, open);
        try
        {
            foreach (var review in opened.reviews.FindAll().Select(Parse))
            {
                opened.Know(review);
            }

            return opened;
        }
        catch
        {
            opened.Abandon();
            throw;
        }
    }

    /// <summary>What can be read of a damaged file, up to the first fault.</summary>
    /// <param name="fault">Told where it ended.</param>
    public static IReadOnlyList<Review> Salvage(string path, Func<string, PageFile> open, Action<Exception> fault)
    {
        var found = new List<Review>();
        try
        {
            using var damaged = new ReviewFile(path, open);
            found.AddRange(damaged.reviews.FindAll().Select(Parse));
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            fault(e);
        }

        return found;
    }

    public Review? Find(string recording) => reviews.FindById(recording) is { } found ? Parse(found) : null;

    /// <summary>Writes them, those that say nothing by taking them away, and returns when it is on the disk.</summary>
    /// <exception cref="IOException">It is not, and will not be.</exception>
    public void Write(IReadOnlyCollection<Review> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        file.Tidy();
        try
        {
            file.Commit(() =>
            {
                foreach (var review in changed)
                {
                    if (review.IsEmpty)
                    {
                        reviews.Delete(review.Recording);
                    }
                    else
                    {
                        reviews.Upsert(new BsonDocument { ["_id"] = review.Recording, ["json"] = JsonSerializer.Serialize(review, Json) });
                    }
                }
            });
            file.Settle();
        }
        catch
        {
            file.TakeBack();
            throw;
        }

        foreach (var review in changed)
        {
            Know(review);
        }
    }

    public void Tidy() => file.Tidy();

    public void Abandon() => file.Abandon();

    public void Dispose() => file.Dispose();

    void Know(Review review)
    {
        if (review.Scores.IsEmpty)
        {
            scored.Remove(review.Recording);
        }
        else
        {
            scored[review.Recording] = review with { Remarks = [], Scores = [.. review.Scores.Select(score => score with { Comment = "" })] };
        }
    }

    static Review Parse(BsonDocument document) =>
        JsonSerializer.Deserialize<Review>(document["json"].AsString, Json) ?? throw new InvalidDataException($"There is nothing in {document["_id"]}.");
}
