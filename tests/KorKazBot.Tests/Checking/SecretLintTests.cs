using KorKazBot.Checking;

namespace KorKazBot.Tests.Checking;

public sealed class SecretLintTests : IDisposable
{
    // Put together here, so that no scanner takes the test for a leak.
    private static readonly string TelegramToken = "123456789" + ":" + new string('A', 35);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_token_is_found_with_its_line_and_not_repeated()
    {
        File.WriteAllText(_file, $"{{\n  // the bot\n  \"Telegram\": {{ \"Other\": \"{TelegramToken}\" }}\n}}");

        var problem = Assert.Single(SecretLint.Of(_file));

        Assert.Equal(3, problem.Line);
        Assert.DoesNotContain(TelegramToken, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Token": "x" }""", 1)]
    [InlineData("""{ "WebhookSecret" : "x" }""", 1)]
    [InlineData("""{ "ConnectionString": "Host=db;Password=x" }""", 1)]
    [InlineData("""{ "Token": "" }""", 0)]
    [InlineData("""// "Token": "x" would be refused here""", 0)]
    [InlineData("""{ "Path": "corpus" }""", 0)]
    public void Settings_that_hold_a_secret_are_told_from_others(string json, int problems)
    {
        File.WriteAllText(_file, json);

        Assert.Equal(problems, SecretLint.Of(_file).Count());
    }
}
