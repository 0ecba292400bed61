using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine;

namespace KorKazBot.Search.Indexing;

/// <summary>The file of the coded views beside a disk index, closed by the SHA-256 of everything before it.</summary>
internal static class ViewsFormat
{
    private const int HashLength = 32;

    /// <summary>Writes the views.</summary>
    public static void Write(string path, IReadOnlyList<LanguageViews?> views)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(hashed, Encoding.UTF8))
        {
            foreach (var view in views)
            {
                writer.Write(view is not null);
                if (view is null) continue;
                WriteVocabulary(writer, view.Vocabulary);
                view.Write(writer);
            }
        }

        file.Write(sha.Hash);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the views.</summary>
    /// <exception cref="InvalidDataException">The file is cut short or was changed.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static IReadOnlyList<LanguageViews?> Read(string path)
    {
        Verify(path);
        using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20), Encoding.UTF8);
        var views = new LanguageViews?[Languages.All.Count];
        foreach (var language in Languages.All)
        {
            if (!reader.ReadBoolean()) continue;
            var vocabulary = new Vocabulary(language);
            ReadVocabulary(reader, vocabulary);
            views[(int)language] = LanguageViews.Read(reader, vocabulary);
        }

        return views;
    }

    private static void Verify(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        if (file.Length <= HashLength) throw new InvalidDataException($"'{path}' is cut short.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = file.Length - HashLength; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new InvalidDataException($"'{path}' is cut short.");
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        file.ReadExactly(buffer, 0, HashLength);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(buffer.AsSpan(0, HashLength)))
            throw new InvalidDataException($"'{path}' was changed or damaged.");
    }

    // The words bring their terms and broader forms with them, numbered in the same order as when the index was built.
    private static void WriteVocabulary(BinaryWriter writer, Vocabulary vocabulary)
    {
        writer.Write7BitEncodedInt(vocabulary.Words.Count);
        for (var word = 1; word < vocabulary.Words.Count; word++) writer.Write(vocabulary.Words.Text(word));
        foreach (var table in (ReadOnlySpan<TermTable>)[vocabulary.Words, vocabulary.Terms, vocabulary.Broad, vocabulary.Grams])
        {
            for (var number = 0; number < table.Count; number++) writer.Write7BitEncodedInt(table.Passages(number));
        }
    }

    private static void ReadVocabulary(BinaryReader reader, Vocabulary vocabulary)
    {
        var words = reader.Read7BitEncodedInt();
        for (var word = 1; word < words; word++) vocabulary.Add(reader.ReadString());
        foreach (var table in (ReadOnlySpan<TermTable>)[vocabulary.Words, vocabulary.Terms, vocabulary.Broad, vocabulary.Grams])
        {
            for (var number = 0; number < table.Count; number++) table.SetPassages(number, reader.Read7BitEncodedInt());
        }
    }
}
