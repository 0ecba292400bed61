using System.Text;
using System.Text.Json.Nodes;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

/// <summary>The endpoint from outside: who gets in, and who doesn't.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
    private FakeDiscordHost _bot = null!;

    private string Now => _time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task InitializeAsync() => _bot = await FakeDiscordHost.StartAsync(time: _time);

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_signed_ping_is_answered()
    {
        var answer = await _bot.SendAsync(FakeDiscordInteraction.Ping());

        Assert.Equal("""{"type":1}""", answer.ToJsonString());
    }

    public static TheoryData<string, string?, string?> Forgeries()
    {
        var good = new string('a', 128);
        return new TheoryData<string, string?, string?>
        {
            { "no headers", null, null },
            { "no signature", "1790000000", null },
            { "no timestamp", null, good },
            { "empty signature", "1790000000", "" },
            { "63 bytes", "1790000000", good[..126] },
            { "65 bytes", "1790000000", good + "aa" },
            { "odd length", "1790000000", good[..127] },
            { "no hexadecimal", "1790000000", new string('z', 128) },
            { "hexadecimal with a prefix", "1790000000", "0x" + good[..126] },
            { "with a space", "1790000000", good[..127] + " " },
            { "somebody's own", "1790000000", good },
            { "zeros", "1790000000", new string('0', 128) },
            { "5 kB", "1790000000", new string('a', 5000) },
            { "a timestamp in words", "yesterday", good },
            { "a negative timestamp", "-1790000000", good },
            { "an endless timestamp", new string('9', 400), good },
        };
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_request_that_isnt_Discords_gets_401(string _, string? timestamp, string? signature)
    {
        var body = Encoding.UTF8.GetBytes(FakeDiscordInteraction.Ping().ToJsonString());

        Assert.Equal(401, await _bot.StatusOfAsync(FakeDiscordSigner.Request(_bot.Endpoint, body, timestamp, signature)));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_signed_gets_401()
    {
        var json = FakeDiscordInteraction.Ping().ToJsonString();
        var body = Encoding.UTF8.GetBytes(json);
        var signature = _bot.Signer.Sign(Now, body);
        using var other = new FakeDiscordSigner();

        Assert.Equal(200, await StatusAsync(body, Now, signature));
        Assert.Equal(401, await StatusAsync(Encoding.UTF8.GetBytes(json + " "), Now, signature));
        Assert.Equal(401, await StatusAsync(Encoding.UTF8.GetBytes(json.Replace(":", ": ", StringComparison.Ordinal)), Now, signature));
        Assert.Equal(401, await StatusAsync(body, "1790000001", signature));
        Assert.Equal(401, await StatusAsync(body, "0" + Now, signature));
        Assert.Equal(401, await StatusAsync(body, Now, other.Sign(Now, body)));
        Assert.Equal(401, await StatusAsync([], Now, signature));
    }

    [Fact]
    public async Task What_a_signer_of_others_has_signed_is_answered()
    {
        var recorded = JsonNode.Parse(await File.ReadAllTextAsync("TestData/discord-signed-requests.json"))!;
        await using var bot = await FakeDiscordHost.StartAsync(options => options.PublicKey = (string)recorded["publicKey"]!, _time);

        foreach (var request in recorded["requests"]!.AsArray())
        {
            var body = Encoding.UTF8.GetBytes((string)request!["body"]!);
            var (timestamp, signature) = ((string)request["timestamp"]!, (string)request["signature"]!);
            Assert.Equal(200, await bot.StatusOfAsync(FakeDiscordSigner.Request(bot.Endpoint, body, timestamp, signature)));
            Assert.Equal(401, await _bot.StatusOfAsync(FakeDiscordSigner.Request(_bot.Endpoint, body, timestamp, signature)));
        }
    }

    [Fact]
    public async Task A_doubled_header_gets_401()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":1}""");
        var request = FakeDiscordSigner.Request(_bot.Endpoint, body, Now, _bot.Signer.Sign(Now, body));
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", new string('a', 128));

        Assert.Equal(401, await _bot.StatusOfAsync(request));
    }

    [Theory]
    [InlineData(-901, 401)]
    [InlineData(-899, 200)]
    [InlineData(3600, 200)]
    public async Task A_signed_request_of_a_quarter_of_an_hour_ago_gets_401(int seconds, int status)
    {
        var request = _bot.Signer.Request(_bot.Endpoint, FakeDiscordInteraction.Ping().ToJsonString(), _time.GetUtcNow().AddSeconds(seconds));

        Assert.Equal(status, await _bot.StatusOfAsync(request));
    }

    [Fact]
    public async Task A_body_above_64_kB_isnt_read()
    {
        var request = _bot.Signer.Request(_bot.Endpoint, $$"""{"type":1,"padding":"{{new string('a', 64 * 1024)}}"}""", _time.GetUtcNow());
        var chunked = _bot.Signer.Request(_bot.Endpoint, new string('a', 70_000), _time.GetUtcNow());
        chunked.Headers.TransferEncodingChunked = true;

        Assert.Equal(413, await _bot.StatusOfAsync(request));
        Assert.Equal(413, await _bot.StatusOfAsync(chunked));
    }

    [Fact]
    public async Task Other_methods_and_addresses_get_no_detail()
    {
        Assert.Equal(405, await _bot.StatusOfAsync(new HttpRequestMessage(HttpMethod.Get, _bot.Endpoint)));
        Assert.Equal(405, await _bot.StatusOfAsync(new HttpRequestMessage(HttpMethod.Head, _bot.Endpoint)));
        Assert.Equal(404, await _bot.StatusOfAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(_bot.Endpoint, "/discord/other"))));
    }

    [Theory]
    [InlineData("""{"type":99}""")]
    [InlineData("""{"type":5,"id":"1","application_id":"2","token":"t","data":{}}""")]
    [InlineData("""{"type":2}""")]
    [InlineData("""{"type":2,"id":"1","application_id":"2","token":"t"}""")]
    [InlineData("""{"type":2,"id":"x","application_id":"2","token":"t","data":{"name":"help","type":1}}""")]
    [InlineData("""{"type":2,"id":"2","application_id":"2","token":"t","guild_id":"3","data":{"name":"help","type":1}}""")]
    [InlineData("""{"type":2,"id":"3","application_id":"2","token":"t","user":{"id":"4"},"data":{"type":3,"target_id":"9"}}""")]
    [InlineData("""{"type":2,"id":"4","application_id":"2","token":"t","locale":null,"user":{"id":"4"},"data":{"name":"nonsense","type":1}}""")]
    [InlineData("""{"type":3,"id":"5","application_id":"2","token":"t","user":{"id":"4"},"data":{}}""")]
    [InlineData("""{"type":3,"id":"6","application_id":"2","token":"t","user":{"id":"4"},"data":{"custom_id":"acode-of-another-bot"}}""")]
    [InlineData("""{"type":"2"}""")]
    [InlineData("""{"type":2,"id":"7","application_id":"2","token":"t","user":{"id":"4"},"data":{"name":"ask","type":1,"options":[null]}}""")]
    [InlineData("""{"type":2,"id":"8","application_id":"2","token":"t","user":{"id":"4"},"data":{"name":"ask","options":[]}}""")]
    [InlineData("""[]""")]
    [InlineData("""{"type":2,"member":5}""")]
    [InlineData("""null""")]
    [InlineData("""not JSON""")]
    [InlineData("")]
    public async Task A_signed_request_of_any_shape_is_answered_politely(string json)
    {
        var request = _bot.Signer.Request(_bot.Endpoint, json, _time.GetUtcNow());
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(4, (int)answer["type"]!);
        Assert.NotEqual("", (string)answer["data"]!["content"]!);
        Assert.Empty(FakeDiscordSpec.Problems("POST", "/interactions/1/t/callback", answer.ToJsonString()));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[[[]]]")]
    [InlineData("\"\\ud83d\"")]
    public async Task A_question_of_any_shape_is_answered_politely(string value)
    {
        var command = FakeDiscordInteraction.Command("ask", ("question", "VALUE")).ToJsonString();

        await A_signed_request_of_any_shape_is_answered_politely(command.Replace("\"VALUE\"", value, StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", _bot.Log.All, StringComparison.Ordinal);
    }

    private Task<int> StatusAsync(byte[] body, string timestamp, string signature) =>
        _bot.StatusOfAsync(FakeDiscordSigner.Request(_bot.Endpoint, body, timestamp, signature));
}
