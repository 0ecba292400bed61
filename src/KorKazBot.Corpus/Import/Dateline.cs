using System.Globalization;
using System.Text.RegularExpressions;

namespace KorKazBot.Corpus.Import;

/// <summary>What the first paragraphs tell of day, place and agency; only what is unambiguous.</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">The town.</param>
/// <param name="Agency">The agency or paper.</param>
internal sealed partial record Dateline(DateOnly? Date, string? Place, string? Agency)
{
    private static readonly string[][] Months =
    [
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
    ];

    /// <summary>"NUR-SULTAN. KAZINFORM -", "АСТАНА. КАЗИНФОРМ –".</summary>
    [GeneratedRegex(@"(?:^|\s)(?<place>\p{Lu}[\p{Lu}-]+(?: \p{Lu}[\p{Lu}-]+)?)[.,]\s+(?<agency>\p{Lu}[\p{Lu}-]{2,}(?: \p{Lu}{2,})?)\s+[-–—]")]
    private static partial Regex PlaceAndAgency();

    /// <summary>"АСТАНА. 12 мая 2023", "АЛМАТЫ, 3 июня".</summary>
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}-]{2,}(?: \p{Lu}[\p{Lu}-]+)?)[.,]\s+\d{1,2}\s")]
    private static partial Regex PlaceAndDay();

    [GeneratedRegex(@"^\s*(?:\(|\[)?(?<place>[가-힣]{2,6})=(?<agency>[가-힣]{2,8})(?:\)|\]|\s)")]
    private static partial Regex KoreanPlace();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)-(?<m>\d\d)-(?<d>\d\d)(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>(?:19|20)\d\d)(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d)년\s*(?<m>\d{1,2})월\s*(?<d>\d{1,2})일")]
    private static partial Regex Korean();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s+(?<month>\p{L}+),?\s+(?<y>(?:19|20)\d\d)")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<month>[A-Za-z]+)\s+(?<d>\d{1,2}),\s*(?<y>(?:19|20)\d\d)")]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d)\s+жылғы\s+(?<d>\d{1,2})\s+(?<month>\p{L}+)")]
    private static partial Regex Kazakh();

    /// <summary>Reads the paragraphs before the first question.</summary>
    public static Dateline Read(IReadOnlyList<SourceParagraph> paragraphs, List<ImportNote> notes)
    {
        var found = new Dateline(null, null, null);
        foreach (var paragraph in paragraphs.TakeWhile(paragraph => paragraph.Part == Part.Unmarked).Take(4))
        {
            var start = paragraph.Text.Length <= 200 ? paragraph.Text : paragraph.Text[..200];
            found = found with { Date = found.Date ?? DateIn(start) };
            var both = PlaceAndAgency().Match(start) is { Success: true } latin ? latin : KoreanPlace().Match(start);
            if (both.Success) found = found with { Place = found.Place ?? Capitalized(both.Groups["place"].Value), Agency = found.Agency ?? Capitalized(both.Groups["agency"].Value) };
            else if (PlaceAndDay().Match(start) is { Success: true } town) found = found with { Place = found.Place ?? Capitalized(town.Groups["place"].Value) };
            if (found != new Dateline(null, null, null) && !notes.Exists(note => note.Line == paragraph.Line && note.Message.Contains("dateline", StringComparison.Ordinal)))
                notes.Add(PartFinder.Note(ImportNoteKind.Guess, paragraph, $"read as dateline (date {found.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown"}, place {found.Place ?? "unknown"}, agency {found.Agency ?? "unknown"})"));
        }

        return found;
    }

    /// <summary>Whether a line is nothing but a day, perhaps with its town.</summary>
    public static bool IsDay(string text) => text.Length <= 30 && DateIn(text) is not null;

    private static DateOnly? DateIn(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Iso(), Korean(), Kazakh(), DayMonthYear(), MonthDayYear(), Dotted()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var month = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : MonthOf(match.Groups["month"].Value);
                var (year, day) = (Number(match.Groups["y"].Value), Number(match.Groups["d"].Value));
                if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return new DateOnly(year, month, day);
            }
        }

        return null;
    }

    private static int MonthOf(string word)
    {
        foreach (var names in Months)
        {
            var at = Array.FindIndex(names, name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) return at + 1;
        }

        return 0;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // NUR-SULTAN is shown as Nur-Sultan.
    private static string Capitalized(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            if (char.IsLetter(letters[i - 1])) letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
