using System.Globalization;
using System.Numerics;
using System.Text;
using KorKazBot.Discord.Interactions;
using KorKazBot.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Discord;

public sealed class RequestSignatureTests : IDisposable
{
    // Points whose order divides 8, and ways to write them that aren't the shortest: with such a key, signatures of nobody would hold.
    private static readonly string[] SmallOrder =
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];

    private readonly FakeDiscordSigner _signer = new();

    public void Dispose() => _signer.Dispose();

    // RFC 8032, section 7.1: test 1, 2, 3 and SHA(abc).
    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData(
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public void The_vectors_of_RFC_8032_hold_and_no_bit_of_them_can_change(string key, string message, string signature)
    {
        var checks = Checks(key);
        var (signed, body) = (Convert.FromHexString(signature), Convert.FromHexString(message));

        Assert.True(checks.IsValid(signed, "", body));
        for (var bit = 0; bit < 8 * signed.Length; bit++) Assert.False(checks.IsValid(Flipped(signed, bit), "", body));
        for (var bit = 0; bit < 8 * body.Length; bit++) Assert.False(checks.IsValid(signed, "", Flipped(body, bit)));
        Assert.False(checks.IsValid(signed, "1", body));
    }

    [Fact]
    public void The_same_signature_written_with_a_greater_number_is_refused()
    {
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes("{}");
        var signature = Convert.FromHexString(_signer.Sign("1", body));
        var scalar = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        scalar.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);

        Assert.False(Checks(_signer.PublicKey).IsValid(signature, "1", body));
    }

    [Fact]
    public void A_key_of_small_order_makes_no_signature_valid()
    {
        foreach (var key in SmallOrder)
        {
            foreach (var point in SmallOrder)
            {
                byte[] signature = [.. Convert.FromHexString(point), .. new byte[32]];
                for (var i = 0; i < 8; i++) Assert.False(Checks(key).IsValid(signature, "1", [(byte)i]));
            }
        }
    }

    [Fact]
    public void A_request_is_stale_after_a_quarter_of_an_hour_and_never_early()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        var checks = new RequestSignature(_signer.PublicKey, time);

        Assert.False(checks.IsStale("1699999100"));
        Assert.True(checks.IsStale("1699999099"));
        Assert.False(checks.IsStale("1700086400"));   // our own clock is slow
    }

    private static RequestSignature Checks(string key) => new(key, TimeProvider.System);

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] changed = [.. bytes];
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }
}
