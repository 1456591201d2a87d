using System.Text.Json.Nodes;
using Agenda.Api.Accounts;
using Agenda.Api.Buildings;
using Agenda.Api.Conferences;
using Agenda.Api.Interchange;
using Agenda.Api.Members;
using Agenda.Api.People;
using Agenda.Api.Releases;
using Agenda.Api.Resources;
using Agenda.Api.Rooms;
using Agenda.Api.Scheduling;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>An example of every request; a test sends each to the service.</summary>
internal static class ContractExamples
{
    public const string SomePerson = "01941f29-7c00-7000-8000-000000000001", SomeContribution = "01941f29-7c00-7000-8000-000000000002",
        SomeAccount = "01941f29-7c00-7000-8000-000000000003", SomeInvitation = "Zm9yIGV4YW1wbGU",
        SomeSession = "01941f29-7c00-7000-8000-000000000004", OtherSession = "01941f29-7c00-7000-8000-000000000005",
        SomeConflict = "01941f29-7c00-7000-8000-000000000006", SomeState = "4.7",
        OtherPerson = "01941f29-7c00-7000-8000-000000000007",
        SomeSite = "https://conftool.example.org/icsei-2024/",
        SomeProgramme = "c2fa4f1d0b7d4f0e9c0a6b1d2e3f4a5b";

    public static readonly IReadOnlyDictionary<Type, string> OfRequests = new Dictionary<Type, string>
    {
        [typeof(ConferenceRequest)] =
            """
            { "slug": "icsei-2024", "name": "ICSEI 2024", "timeZone": "Europe/Dublin", "firstDay": "2024-01-08", "lastDay": "2024-01-12",
              "contact": "office@example.org", "colour": "#1f6f8b", "joinLinksInFeeds": false, "links": [ { "title": "Privacy statement", "url": "https://example.org/privacy" } ] }
            """,
        [typeof(CopyConferenceRequest)] =
            """
            { "slug": "icsei-2025", "name": "ICSEI 2025", "firstDay": "2025-01-06", "lastDay": "2025-01-10", "timeZone": "Australia/Melbourne",
              "with": { "rooms": false, "types": true, "tracks": true, "people": true, "sessions": true, "policy": true, "members": false } }
            """,
        [typeof(BuildingRequest)] = """{ "name": "St. Mary's Building", "address": "1 Example Street, Dublin", "coordinates": { "latitude": 53.3688, "longitude": -6.2559 } }""",
        [typeof(RoomRequest)] =
            """
            { "name": "Arbutus Room", "slug": "arbutus-room", "building": "St. Mary's Building", "capacity": 60, "order": 1, "virtual": false,
              "parts": [], "openingHours": [ { "day": null, "opens": "08:00", "closes": "20:00" } ], "joinUrl": "https://meet.example.org/arbutus" }
            """,
        [typeof(SessionTypeRequest)] = """{ "code": "MC", "name": "Masterclass", "colour": "#3a7bd5", "defaultMinutes": 150, "plenary": false, "parallel": false, "break": false, "needsChair": true }""",
        [typeof(TrackRequest)] = """{ "name": "Professional learning", "slug": "professional-learning", "colour": "#2e8b57" }""",
        [typeof(PersonRequest)] =
            """
            { "givenName": "Maja", "familyName": "Łódzka", "affiliation": "University of Example", "country": "Poland",
              "biography": "Works on *school networks*.", "email": "maja@example.org", "links": [], "absences": [ { "from": "2024-01-09T12:00:00", "until": "2024-01-10T00:00:00" } ] }
            """,
        [typeof(ErasePersonRequest)] = """{ "titles": false, "alsoReplace": [ "Prof. M. Łódzka" ] }""",
        [typeof(ConfToolImportRequest)] = $$"""{ "address": "{{SomeSite}}", "passphrase": "a long secret", "export": "sessions" }""",
        [typeof(MergePeopleRequest)] = $$"""{ "other": "{{OtherPerson}}", "otherVersion": 1, "prefer": [ "email" ], "leave": [ "absences" ] }""",
        [typeof(SessionRequest)] =
            $$"""
            { "code": "MC-C", "title": "Designing and Leading Professional Learning Networks", "type": "MC", "track": "professional-learning", "language": "en",
              "abstract": "Participants leave with *practical tools*.", "status": "confirmed", "seats": 40, "chairs": [ "{{SomePerson}}" ], "discussants": [],
              "contributions": [ { "code": "1", "title": "A framework of principles", "minutes": 30, "authors": [ { "person": "{{SomePerson}}", "presenting": true } ] } ],
              "resources": [ { "title": "Handout", "url": "https://example.org/handout" } ], "joinUrl": null }
            """,
        [typeof(NewSessionRequest)] =
            $$"""
            { "code": "MC-D", "title": "Leading in Networks", "type": "MC", "language": "en", "status": "draft", "seats": 40, "chairs": [ "{{SomePerson}}" ],
              "placement": { "room": "arbutus-room", "start": "2024-01-08T16:45:00", "minutes": 60 } }
            """,
        [typeof(SessionEditsRequest)] =
            $$"""{ "sessions": [ { "id": "{{SomeSession}}", "version": 2 } ], "set": { "type": "MC", "status": "draft", "language": "en" }, "clear": [ "track" ] }""",
        [typeof(FileRequest)] = """{ "name": "Slides of the masterclass.pdf", "order": 1, "visibleFrom": "2024-01-08T16:30:00Z" }""",
        [typeof(AddLinkRequest)] =
            $$"""{ "title": "Recording", "url": "https://video.example.org/mc-c", "contribution": "{{SomeContribution}}", "visibleFrom": "2024-01-08T16:30:00Z" }""",
        [typeof(LinkRequest)] = """{ "title": "Recording of the masterclass", "url": "https://video.example.org/mc-c", "order": 1, "visibleFrom": "2024-01-08T16:30:00Z" }""",
        [typeof(ChairedSessionRequest)] =
            $$"""
            { "abstract": "Participants leave with *practical tools*.", "notes": "Needs a second microphone.", "contributions": [ { "id": "{{SomeContribution}}", "minutes": 30 } ] }
            """,
        [typeof(ConflictPolicyRequest)] =
            """
            { "changeOverMinutes": 10, "severities": { "room-too-small": "warning", "no-room": "off" },
              "rolePairs": [ { "one": "chair", "other": "author", "severity": "warning" } ], "walkingTimes": [] }
            """,
        [typeof(ConstraintRequest)] = $$"""{ "kind": "not-together", "first": "{{SomeSession}}", "second": "{{OtherSession}}", "note": "Both are for headteachers." }""",
        [typeof(PlaceSessionRequest)] = """{ "room": "arbutus-room", "start": "2024-01-08T14:00:00", "minutes": 150 }""",
        [typeof(TextPreviewRequest)] = """{ "text": "Networks that **last**." }""",
        [typeof(MovesRequest)] = $$"""{ "moves": [ { "session": "{{SomeSession}}", "room": "arbutus-room", "start": "2024-01-08T16:45:00", "minutes": 150, "version": 2 } ] }""",
        [typeof(AddAccountRequest)] = """{ "email": "grace@example.org", "name": "Grace Hopper", "administrator": false }""",
        [typeof(AccountRequest)] = """{ "name": "Grace Hopper", "administrator": true, "disabled": false }""",
        [typeof(TokenRequest)] = """{ "name": "Timetable screen", "conference": null, "access": "read", "days": 30 }""",
        [typeof(AcceptInvitationRequest)] = $$"""{ "secret": "{{SomeInvitation}}" }""",
        [typeof(AddMemberRequest)] = $$"""{ "account": "{{SomeAccount}}", "role": "owner", "person": null }""",
        [typeof(MemberRequest)] = $$"""{ "role": "chair", "person": "{{SomePerson}}" }""",
        [typeof(InvitationRequest)] = """{ "email": "chair@example.org", "role": "editor", "person": null, "days": 14 }""",
        [typeof(AcknowledgementRequest)] = $$"""{ "conflict": "{{SomeConflict}}", "state": "{{SomeState}}", "reason": "She opens the one and leaves for the other." }""",
        [typeof(RestoreReleaseRequest)] = $$"""{ "state": "{{SomeProgramme}}" }""",
        [typeof(PublishReleaseRequest)] =
            $$"""
            { "note": "First programme", "acknowledgements": [ { "conflict": "{{SomeConflict}}", "state": "{{SomeState}}", "reason": "She opens the one and leaves for the other." } ],
              "acknowledgeAll": null }
            """,
    };

    public static Task AddAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (OfRequests.TryGetValue(context.JsonTypeInfo.Type, out var example))
            schema.Examples = [JsonNode.Parse(example)!];
        return Task.CompletedTask;
    }
}
