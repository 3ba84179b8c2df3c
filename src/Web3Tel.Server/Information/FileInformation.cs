using System.Reactive.Linq;
using System.Text;
using Web3Tel.Information;
using Web3Tel.Speech;

namespace Web3Tel.Server.Information;

/// <summary>A file that somebody changes by hand: a text to be spoken (<c>.txt</c>, UTF-8), or a recording that the switch plays.</summary>
sealed class FileInformation(string path, Language? language = null) : IInformationSource
{
    const int MostBytes = 8_000;

    public IObservable<string> Read() => Observable.FromAsync(async cancellation =>
    {
        var file = new FileInfo(Path.GetFullPath(path));
        if (!file.Exists)
        {
            throw new FileNotFoundException($"{file.FullName} is not there.");
        }

        if (!file.Extension.Equals(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return file.FullName;
        }

        return file.Length > MostBytes
            ? throw new InvalidDataException($"{file.FullName} is longer than {MostBytes} bytes.")
            : SpokenText.Of(await File.ReadAllTextAsync(file.FullName, Encoding.UTF8, cancellation).ConfigureAwait(false), language)
                ?? throw new InvalidDataException($"{file.FullName} has no words.");
    });
}
