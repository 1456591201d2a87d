using Agenda.Domain.Privacy;

namespace Agenda.Domain.Tests.Privacy;

public sealed class ErasedKeyTests
{
    private static readonly ConferenceId Here = ConferenceId.New();

    [Theory]
    [InlineData("guid:0f8fad5b-d9cb-469f-a165-70867728950e", "guid")]
    [InlineData("id:42", "id")]
    [InlineData("name:maja lodzka", "name")]
    public void Is_recognised_by_key_and_by_name(string key, string kind)
    {
        var erased = ErasedKey.OfPerson(Here, key, "Maja Łódzka");

        ErasedKey.Is(erased).ShouldBeTrue();
        ErasedKey.IsOfKey(erased, Here, key).ShouldBeTrue();
        ErasedKey.IsOfName(erased, Here, "MAJA LODZKA").ShouldBeTrue();
        ErasedKey.IsOfKind(erased, kind).ShouldBeTrue();
        ErasedKey.IsOfKey(erased, Here, key + "1").ShouldBeFalse();
        ErasedKey.IsOfName(erased, Here, "Maja Nowak").ShouldBeFalse();
        ErasedKey.IsOfKey(erased, ConferenceId.New(), key).ShouldBeFalse("another conference's hashes say nothing here");
    }

    [Fact]
    public void Somebody_entered_by_hand_is_recognised_by_name_only()
    {
        var erased = ErasedKey.OfPerson(Here, null, "Maja Łódzka");

        ErasedKey.IsOfName(erased, Here, "Maja Łódzka").ShouldBeTrue();
        ErasedKey.IsOfKey(erased, Here, "name:maja lodzka").ShouldBeTrue();
        ErasedKey.IsOfKey(erased, Here, "id:42").ShouldBeFalse();
        ErasedKey.IsOfKind(erased, "guid").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("id:42")]
    public void What_was_not_erased_is_never_recognised(string? key)
    {
        ErasedKey.Is(key).ShouldBeFalse();
        ErasedKey.IsOfKey(key, Here, "id:42").ShouldBeFalse();
        ErasedKey.IsOfName(key, Here, "").ShouldBeFalse();
        ErasedKey.IsOfKind(key, "id").ShouldBeFalse();
    }

    [Fact]
    public void Tells_nothing_and_fits()
    {
        var erased = ErasedKey.OfPerson(Here, $"name:{new string('z', Limits.ExternalId)}", new string('ß', 2 * Limits.Name));

        erased.Length.ShouldBeLessThanOrEqualTo(Limits.ExternalId);
        erased.ShouldNotContain("zz");
        ErasedKey.OfPerson(Here, "id:maja-lodzka", "Maja Łódzka").ShouldNotContain("maja");
    }
}
