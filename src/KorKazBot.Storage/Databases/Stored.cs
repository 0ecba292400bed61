using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Storage.Databases;

/// <summary>How values that several tables have are read and written.</summary>
internal static class Stored
{
    /// <summary>The words of bands.</summary>
    public static readonly Codes<Band> Bands = new((Band.Answer, "answer"), (Band.Candidates, "candidates"), (Band.None, "none"));

    /// <summary>A time from its milliseconds.</summary>
    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>A language from its code.</summary>
    public static Language Language(string code) =>
        Languages.TryParse(code, out var language) ? language : throw new InvalidDataException($"The database has \"{code}\", which is no language.");
}
