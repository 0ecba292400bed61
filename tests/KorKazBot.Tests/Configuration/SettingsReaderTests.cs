using System.Collections;
using KorKazBot.Cli;
using KorKazBot.Composition;
using KorKazBot.Configuration;

namespace KorKazBot.Tests.Configuration;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly DirectoryInfo _working = Directory.CreateTempSubdirectory("korkazbot-working");
    private readonly DirectoryInfo _program = Directory.CreateTempSubdirectory("korkazbot-program");
    private readonly Hashtable _environment = [];

    private SettingsPlace Place => new()
    {
        WorkingDirectory = _working.FullName,
        ProgramDirectory = _program.FullName,
        Environment = _environment,
    };

    public void Dispose()
    {
        _working.Delete(recursive: true);
        _program.Delete(recursive: true);
    }

    [Fact]
    public void Without_any_source_the_defaults_hold() => Assert.Equal("corpus", Read().Corpus.Path);

    [Fact]
    public void The_file_is_overridden_by_the_environment_and_both_by_the_command_line()
    {
        Write(_working, """{ "Corpus": { "Path": "from file" } }""");
        Assert.Equal("from file", Read().Corpus.Path);

        _environment["CORPUS__PATH"] = "from environment";
        Assert.Equal("from environment", Read().Corpus.Path);

        Assert.Equal("from command line", SettingsReader.Read(Place, "from command line").Corpus.Path);
    }

    [Fact]
    public void The_file_in_the_working_directory_comes_before_the_one_beside_the_program()
    {
        Write(_program, """{ "Corpus": { "Path": "program" } }""");
        Assert.Equal("program", Read().Corpus.Path);

        Write(_working, """{ "Corpus": { "Path": "working" }, /* comments */ }""");
        Assert.Equal("working", Read().Corpus.Path);
    }

    [Theory]
    [InlineData("""{ "Corpus": { "Pth": "x" } }""", "Corpus:Pth")]
    [InlineData("""{ "Corpsu": { "Path": "x" } }""", "Corpsu:Path")]
    [InlineData("""{ "Corpus": "x" }""", "Corpus")]
    [InlineData("""{ "Corpus": { "Path": "" } }""", "Corpus:Path")]
    [InlineData("""{ "Answering": { "AnswerThreshold": "high" } }""", "Answering:AnswerThreshold")]
    [InlineData("""{ "Answering": { "AnswerThreshold": 2 } }""", "Answering:AnswerThreshold")]
    [InlineData("""{ "Answering": { "AnswerThreshold": 0.2, "CandidatesThreshold": 0.3 } }""", "Answering:CandidatesThreshold")]
    [InlineData("""{ "Index": { "MaxPassagesInMemory": -1 } }""", "Index:MaxPassagesInMemory")]
    [InlineData("""{ "Moderation": { "Owners": "telegram:1, ann" } }""", "Moderation:Owners holds \"ann\"")]
    [InlineData("""{ "Moderation": { "Owners": "@ann" } }""", "Moderation:Owners")]
    [InlineData("""{ "Moderation": { "Owners": "12345" } }""", "Moderation:Owners")]
    [InlineData("""{ "Moderation": { "Owners": ["telegram:1"] } }""", "Moderation:Owners")]
    [InlineData("""{ "Moderation": { "Owner": "telegram:1" } }""", "Moderation:Owner")]
    [InlineData("""{ "Corpus": """, "Mend the JSON")]
    public void A_wrong_file_is_refused_naming_file_and_key(string json, string named)
    {
        Write(_working, json);

        var error = Assert.Throws<UserError>(Read);

        Assert.Equal(ExitCode.BadConfiguration, error.ExitCode);
        Assert.Contains(Path.Combine(_working.FullName, "appsettings.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_environment_variable_of_ours_is_refused_and_others_are_left_alone()
    {
        _environment["Other__Thing"] = "x";
        _environment["Kestrel__Limits"] = "x";
        Read();

        _environment["Corpus__Pth"] = "x";
        Assert.Contains("Corpus:Pth", Assert.Throws<UserError>(Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("telegram:1", "telegram:1")]
    [InlineData(" Telegram:1,discord:2 , telegram:1,", "telegram:1 discord:2")]
    public void Owners_are_read_from_the_environment(string owners, string read)
    {
        _environment["Moderation__Owners"] = owners;

        Assert.Equal(read, string.Join(' ', Read().Moderation.OwnerList()));
    }

    [Fact]
    public void A_corpus_that_is_nowhere_says_where_it_was_looked_for()
    {
        var error = Assert.Throws<UserError>(() => CorpusPlace.Find(Read()));

        Assert.Equal(ExitCode.BadConfiguration, error.ExitCode);
        Assert.Contains(Path.Combine(_working.FullName, "corpus"), error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_program.FullName, "corpus"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_corpus_beside_the_program_is_used_where_the_working_directory_has_none()
    {
        var corpus = _program.CreateSubdirectory("corpus").FullName;

        Assert.Equal(corpus, CorpusPlace.Find(Read()));
        Assert.Throws<UserError>(() => CorpusPlace.Find(SettingsReader.Read(Place, "corpus")));
    }

    private Settings Read() => SettingsReader.Read(Place, corpus: null);

    private static void Write(DirectoryInfo folder, string json) => File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), json);
}
