using Agenda.Domain.Access;

namespace Agenda.Domain.Tests.Access;

public sealed class RightsTests
{
    [Theory]
    [InlineData(ConferenceRole.Reader, Right.See)]
    [InlineData(ConferenceRole.Chair, Right.See, Right.Chair)]
    [InlineData(ConferenceRole.Editor, Right.See, Right.Chair, Right.Edit)]
    [InlineData(ConferenceRole.Organiser, Right.See, Right.Chair, Right.Edit, Right.Publish)]
    [InlineData(ConferenceRole.Owner, Right.See, Right.Chair, Right.Edit, Right.Publish, Right.Own)]
    public void A_role_has_these_rights_and_no_others(ConferenceRole role, params Right[] rights) =>
        Enum.GetValues<Right>().Where(right => role.Has(right)).ShouldBe(rights);

    [Fact]
    public void E_mail_addresses_are_for_those_who_edit() =>
        Enum.GetValues<ConferenceRole>().Where(role => role.SeesPrivate()).ShouldBe([ConferenceRole.Editor, ConferenceRole.Organiser, ConferenceRole.Owner]);
}
