using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Reading;

/// <summary>Puts originals, translations and aliases together.</summary>
internal sealed class InterviewAssembler(ImmutableArray<CorpusProblem>.Builder found)
{
    private readonly SortedDictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>Takes a file: <c>interviews/ID/NAME</c>.</summary>
    public void Add(string name, string text)
    {
        var parts = name.Split('/');
        var (id, file) = (parts[1], parts[2]);
        var problems = new FileProblems(name, found);
        if (!_folders.TryGetValue(id, out var folder))
        {
            if (!IsId(id)) problems.Error(0, $"'{id}' can't be an interview's id.", "Name the folder with lower-case letters, digits and hyphens, at most 40.");
            _folders.Add(id, folder = new Folder());
        }

        if (file == AliasFile.FileName)
        {
            folder.Aliases = AliasFile.Read(text, id, problems);
            folder.AliasProblems = problems;
        }
        else if (file.EndsWith(".md", StringComparison.Ordinal) && Languages.TryParse(file[..^3], out var language) && file[..^3] == language.ToCode())
        {
            if (InterviewFile.Read(text, name, id, language, problems) is { } read) folder.Files.Add(read);
            else folder.IsBroken = true;
        }
        else
        {
            problems.Warning(0, "The file is not part of the corpus.", "Name interviews en.md, ru.md, kk.md or ko.md, or move it elsewhere.");
        }
    }

    /// <summary>The interviews by id.</summary>
    public ImmutableArray<Interview> Assemble()
    {
        var interviews = ImmutableArray.CreateBuilder<Interview>();
        foreach (var (id, folder) in _folders)
        {
            if (folder.IsBroken) continue;
            var originals = folder.Files.Where(file => !file.IsTranslation).ToList();
            if (originals.Count != 1)
            {
                new FileProblems($"interviews/{id}", found).Error(
                    0, $"The interview has {originals.Count} originals.", "Mark every file but the original with 'translation: true'.");
                continue;
            }

            interviews.Add(ToInterview(id, originals[0], folder));
        }

        return interviews.ToImmutable();
    }

    private Interview ToInterview(string id, InterviewFile original, Folder folder)
    {
        var problems = new FileProblems(original.File, found);
        if (original.Title is null) problems.Warning(2, "The title is unknown.", "Add 'title: …'.");
        if (original.Interviewee is null) problems.Warning(2, "Who is interviewed is unknown.", "Add 'interviewee: { name: …, role: … }'.");
        if (original.Date is null) problems.Warning(2, "The date is unknown.", "Add 'date: 2021-05-26'.");
        if (original.Publisher is null) problems.Warning(2, "The publisher is unknown.", "Add 'publisher: …'.");

        var translations = ImmutableArray.CreateBuilder<InterviewTranslation>();
        foreach (var file in folder.Files.Where(file => file.IsTranslation))
        {
            CheckAlignment(original, file);
            translations.Add(new InterviewTranslation(file.Language, file.Title ?? original.Title ?? id, file.Translator, file.Turns));
        }

        return new Interview
        {
            Id = id,
            Title = original.Title ?? id,
            Interviewee = original.Interviewee ?? new Speaker(original.Title ?? id, null),
            Interviewer = original.Interviewer,
            Publisher = original.Publisher,
            Date = original.Date,
            Place = original.Place,
            Language = original.Language,
            Source = original.Source,
            Turns = original.Turns,
            Translations = translations.ToImmutable(),
            Aliases = [.. CheckedAliases(id, original, folder)],
        };
    }

    private void CheckAlignment(InterviewFile original, InterviewFile translation)
    {
        var problems = new FileProblems(translation.File, found);
        if (translation.Turns.Length != original.Turns.Length)
        {
            problems.Error(1, $"The translation has {translation.Turns.Length} turns, the original {original.Turns.Length}.", "Translate every question as one '## ' heading.");
            return;
        }

        foreach (var (turn, other) in original.Turns.Zip(translation.Turns))
        {
            if (turn.Paragraphs.Length != other.Paragraphs.Length)
                problems.Error(other.Line, $"Turn {other.Number} has {other.Paragraphs.Length} paragraphs, the original {turn.Paragraphs.Length}.", "Keep the paragraphs of the original.");
        }
    }

    private static IEnumerable<PassageAlias> CheckedAliases(string id, InterviewFile original, Folder folder)
    {
        foreach (var (alias, line) in folder.Aliases)
        {
            var turn = original.Turns.FirstOrDefault(turn => turn.Number == alias.Turn);
            if (turn is not null && alias.Paragraph >= 1 && alias.Paragraph <= turn.Paragraphs.Length) yield return alias;
            else folder.AliasProblems!.Error(line, $"There is no passage '{id}.{alias.Turn}.{alias.Paragraph}'.", "Correct the turn and the paragraph, or remove the row.");
        }
    }

    /// <summary>Whether a name can be an interview's id.</summary>
    internal static bool IsId(string name) =>
        name.Length is >= 1 and <= 40 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private sealed class Folder
    {
        public List<InterviewFile> Files { get; } = [];

        public List<AliasFile.Row> Aliases { get; set; } = [];

        public FileProblems? AliasProblems { get; set; }

        public bool IsBroken { get; set; }
    }
}
