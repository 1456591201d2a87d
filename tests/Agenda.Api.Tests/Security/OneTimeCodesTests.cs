using System.Text;
using Agenda.Api.Security;
using NodaTime;

namespace Agenda.Api.Tests.Security;

public sealed class OneTimeCodesTests
{
    // RFC 6238, appendix B, with SHA-1: eight digits there, of which the last six are ours.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        OneTimeCodes.Code(Encoding.ASCII.GetBytes("12345678901234567890"), OneTimeCodes.StepAt(Instant.FromUnixTimeSeconds(seconds))).ShouldBe(code[2..]);

    // RFC 4648, section 10, and the secret above.
    [Theory]
    [InlineData("", "")]
    [InlineData("MY======", "f")]
    [InlineData("MZXQ====", "fo")]
    [InlineData("MZXW6===", "foo")]
    [InlineData("MZXW6YQ=", "foob")]
    [InlineData("MZXW6YTB", "fooba")]
    [InlineData("mzxw6ytboi", "foobar")]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "12345678901234567890")]
    public void Keys_are_read_as_apps_read_them(string key, string bytes) => Encoding.ASCII.GetString(OneTimeCodes.Bytes(key)).ShouldBe(bytes);
}
