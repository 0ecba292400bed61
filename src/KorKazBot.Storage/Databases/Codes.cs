namespace KorKazBot.Storage.Databases;

/// <summary>The words under which values of an enumeration are stored, so that reordering the enumeration changes no data.</summary>
internal sealed class Codes<T>(params (T Value, string Code)[] pairs)
    where T : struct, Enum
{
    /// <summary>The word of a value.</summary>
    public string Write(T value)
    {
        foreach (var pair in pairs)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value)) return pair.Code;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "It has no code.");
    }

    /// <summary>The value of a word.</summary>
    public T Read(string code)
    {
        foreach (var pair in pairs)
        {
            if (pair.Code == code) return pair.Value;
        }

        throw new InvalidDataException($"The database has \"{code}\", which is no {typeof(T).Name}.");
    }
}
