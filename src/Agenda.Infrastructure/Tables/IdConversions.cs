using Agenda.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Agenda.Infrastructure.Tables;

/// <summary>Typed ids are plain GUIDs in the database.</summary>
internal static class IdConversions
{
    public sealed class OfConference() : ValueConverter<ConferenceId, Guid>(id => id.Value, value => new ConferenceId(value));

    public sealed class OfBuilding() : ValueConverter<BuildingId, Guid>(id => id.Value, value => new BuildingId(value));

    public sealed class OfRoom() : ValueConverter<RoomId, Guid>(id => id.Value, value => new RoomId(value));

    public sealed class OfTrack() : ValueConverter<TrackId, Guid>(id => id.Value, value => new TrackId(value));

    public sealed class OfSessionType() : ValueConverter<SessionTypeId, Guid>(id => id.Value, value => new SessionTypeId(value));

    public sealed class OfPerson() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    public sealed class OfSession() : ValueConverter<SessionId, Guid>(id => id.Value, value => new SessionId(value));

    public sealed class OfContribution() : ValueConverter<ContributionId, Guid>(id => id.Value, value => new ContributionId(value));

    public sealed class OfSessionConstraint() : ValueConverter<SessionConstraintId, Guid>(id => id.Value, value => new SessionConstraintId(value));

    public sealed class OfAcknowledgement() : ValueConverter<AcknowledgementId, Guid>(id => id.Value, value => new AcknowledgementId(value));

    public sealed class OfProgrammeEdit() : ValueConverter<ProgrammeEditId, Guid>(id => id.Value, value => new ProgrammeEditId(value));

    public sealed class OfAccount() : ValueConverter<AccountId, Guid>(id => id.Value, value => new AccountId(value));

    public sealed class OfInvitation() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new InvitationId(value));

    public sealed class OfMyAgenda() : ValueConverter<MyAgendaId, Guid>(id => id.Value, value => new MyAgendaId(value));

    public sealed class OfSessionLink() : ValueConverter<SessionLinkId, Guid>(id => id.Value, value => new SessionLinkId(value));

    public sealed class OfSessionFile() : ValueConverter<SessionFileId, Guid>(id => id.Value, value => new SessionFileId(value));

    public sealed class OfApiToken() : ValueConverter<ApiTokenId, Guid>(id => id.Value, value => new ApiTokenId(value));
}
