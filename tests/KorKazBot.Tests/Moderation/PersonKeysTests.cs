using KorKazBot.Engine.Moderation;

namespace KorKazBot.Tests.Moderation;

public sealed class PersonKeysTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void The_same_person_has_the_same_key() =>
        Assert.Equal(new PersonKeys(Secret).Of("telegram", "123"), new PersonKeys([.. Secret]).Of("telegram", "123"));

    [Fact]
    public void Others_have_others()
    {
        var keys = new PersonKeys(Secret);
        PersonKey[] all =
        [
            keys.Of("telegram", "123"), keys.Of("telegram", "124"), keys.Of("discord", "123"), keys.Of("telegram\n1", "23"),
            new PersonKeys([.. Secret.Reverse()]).Of("telegram", "123"),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, key => Assert.Matches("^[0-9a-f]{64}$", key.Value));
    }

    [Fact]
    public void A_short_secret_is_none() => Assert.Throws<ArgumentException>(() => new PersonKeys(new byte[15]));
}
