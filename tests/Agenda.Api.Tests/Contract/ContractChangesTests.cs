using System.Text.Json.Nodes;

namespace Agenda.Api.Tests.Contract;

/// <summary>What breaks programs that call the service is found; what does not is let be.</summary>
public sealed class ContractChangesTests
{
    private const string Contract =
        """
        {
          "info": { "version": "v1" },
          "paths": {
            "/rooms/{id}": {
              "get": {
                "operationId": "readRoom",
                "parameters": [
                  { "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 100 } }
                ],
                "responses": {
                  "200": {
                    "headers": { "ETag": { "schema": { "type": "string" } } },
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Room" } }, "text/calendar": { "schema": { "type": "string" } } }
                  },
                  "404": {}
                }
              },
              "put": {
                "operationId": "editRoom",
                "security": [{ "bearer": [] }, { "cookie": [] }],
                "requestBody": { "content": { "application/json": { "schema": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/RoomRequest" }] } } } },
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Room" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Kind": { "type": "string", "enum": ["hall", "room"] },
              "Place": { "type": "object", "required": ["x"], "properties": { "x": { "type": "number" } } },
              "Room": {
                "type": "object",
                "required": ["name", "seats", "kind", "place", "parts"],
                "properties": {
                  "name": { "type": "string" },
                  "seats": { "type": ["null", "integer"], "format": "int32" },
                  "kind": { "$ref": "#/components/schemas/Kind" },
                  "place": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Place" }] },
                  "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Room" } },
                  "names": { "type": "object", "additionalProperties": { "type": "string" } }
                }
              },
              "RoomRequest": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name"],
                "properties": {
                  "name": { "type": "string", "minLength": 1, "maxLength": 200 },
                  "slug": { "type": ["null", "string"], "pattern": "^[a-z]+$" },
                  "seats": { "type": ["null", "integer"] },
                  "kind": { "$ref": "#/components/schemas/Kind" },
                  "parts": { "type": "array", "maxItems": 10, "items": { "type": "string" } }
                }
              }
            }
          }
        }
        """;

    private const string Get = "paths./rooms/{id}.get", Put = "paths./rooms/{id}.put", Room = "components.schemas.Room", Request = "components.schemas.RoomRequest";

    /// <summary>Where, what stands there afterwards (nothing: it is removed), and what has to be found.</summary>
    public static TheoryData<string, string?, string> Breaks => new()
    {
        { "paths./rooms/{id}", null, "GET /rooms/{id}: is gone" },
        { Put, null, "PUT /rooms/{id}: is gone" },
        { $"{Get}.operationId", "\"fetchRoom\"", "GET /rooms/{id}: is called fetchRoom instead of readRoom" },
        { $"{Get}.security", """[{ "bearer": [] }]""", "GET /rooms/{id}: needs a sign-in" },
        { $"{Put}.security", """[{ "bearer": [] }]""", "PUT /rooms/{id}: cannot be called with cookie" },
        { $"{Get}.parameters.1", null, "GET /rooms/{id}: query parameter limit is gone" },
        { $"{Get}.parameters.1.required", "true", "GET /rooms/{id}: query parameter limit has to be sent" },
        { $"{Get}.parameters.2", """{ "name": "zone", "in": "query", "required": true, "schema": { "type": "string" } }""", "GET /rooms/{id}: query parameter zone has to be sent" },
        { $"{Get}.parameters.1.schema.maximum", "50", "GET /rooms/{id}: query parameter limit: maximum is 50 instead of 100" },
        { $"{Get}.parameters.1.schema.minimum", "2", "GET /rooms/{id}: query parameter limit: minimum is 2 instead of 1" },
        { $"{Get}.parameters.0.schema.format", "\"date\"", "GET /rooms/{id}: path parameter id: has the format date instead of uuid" },
        { $"{Get}.parameters.1.schema.type", "\"string\"", "GET /rooms/{id}: query parameter limit: is string instead of integer" },
        { $"{Get}.responses.404", null, "GET /rooms/{id}: no longer answers 404" },
        { $"{Get}.responses.202", "{}", "GET /rooms/{id}: answers 202" },
        { $"{Get}.responses.200.headers.ETag", null, "GET /rooms/{id}: 200 has no ETag" },
        { $"{Get}.responses.200.content.text/calendar", null, "GET /rooms/{id}: 200 is never text/calendar" },
        { $"{Put}.requestBody.required", "true", "PUT /rooms/{id}: a body has to be sent" },
        { $"{Put}.requestBody.content", """{ "text/csv": {} }""", "PUT /rooms/{id}: takes no application/json" },
        { $"{Put}.requestBody.content.application/json.schema", """{ "$ref": "#/components/schemas/RoomRequest" }""", "PUT /rooms/{id}: body: cannot be null" },
        { $"{Room}.properties.name", null, "Room.name: is gone" },
        { $"{Room}.properties.name.type", """["null", "string"]""", "Room.name: can be null" },
        { $"{Room}.properties.name", "{}", "Room.name: can be null" },
        { $"{Room}.properties.seats.type", """["null", "string"]""", "Room.seats: is string instead of integer" },
        { $"{Room}.properties.seats.type", """["null", "integer", "string"]""", "Room.seats: is integer or string instead of integer" },
        { $"{Room}.properties.seats.format", "\"int64\"", "Room.seats: has the format int64 instead of int32" },
        { $"{Room}.properties.kind", """{ "type": "string" }""", "Kind: can be any value" },
        { $"{Room}.properties.kind", """{ "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Kind" }] }""", "Room.kind: can be null" },
        { $"{Room}.properties.names.additionalProperties.type", "\"integer\"", "Room.names{}: is integer instead of string" },
        { $"{Room}.properties.parts.items", """{ "type": "string" }""", "Room: is string instead of object" },
        { $"{Room}.required", """["name", "kind", "place", "parts"]""", "Room.seats: can be missing" },
        { "components.schemas.Place.required", "[]", "Place.x: can be missing" },
        { "components.schemas.Kind.enum", """["hall"]""", "Kind: no longer takes \"room\"" },
        { "components.schemas.Place", """{ "type": "string" }""", "Place: is string instead of object" },
        { $"{Request}.required", """["name", "slug"]""", "RoomRequest.slug: has to be sent" },
        { $"{Request}.properties.slug", null, "RoomRequest.slug: is gone" },
        { $"{Request}.properties.slug.pattern", "\"^[a-f]+$\"", "RoomRequest.slug: has another pattern" },
        { $"{Request}.properties.slug.type", "\"string\"", "RoomRequest.slug: cannot be null" },
        { $"{Request}.properties.slug.enum", """["a"]""", "RoomRequest.slug: no longer takes any value" },
        { $"{Request}.properties.slug.format", "\"email\"", "RoomRequest.slug: has the format email instead of none" },
        { $"{Request}.properties.name.maxLength", "100", "RoomRequest.name: maxLength is 100 instead of 200" },
        { $"{Request}.properties.name.minLength", "2", "RoomRequest.name: minLength is 2 instead of 1" },
        { $"{Request}.properties.seats.maximum", "9", "RoomRequest.seats: maximum is 9 instead of none" },
        { $"{Request}.properties.parts.maxItems", "5", "RoomRequest.parts: maxItems is 5 instead of 10" },
        { $"{Request}.properties.parts.items.type", "\"integer\"", "RoomRequest.parts[]: is integer instead of string" },
    };

    public static TheoryData<string, string?> NoBreaks => new()
    {
        { "info.title", "\"Another title\"" },
        { "paths./rooms", """{ "get": { "operationId": "listRooms", "responses": { "200": {} } } }""" },
        { "paths./rooms/{id}.delete", """{ "operationId": "removeRoom", "responses": { "204": {} } }""" },
        { $"{Get}.parameters.2", """{ "name": "zone", "in": "query", "schema": { "type": "string" } }""" },
        { $"{Get}.parameters.1.schema.maximum", "200" },
        { $"{Get}.parameters.1.schema.minimum", null },
        { $"{Get}.parameters.1.description", "\"How many.\"" },
        { $"{Get}.responses.410", "{}" },
        { $"{Get}.responses.200.headers.Vary", "{}" },
        { $"{Get}.responses.200.content.text/csv", "{}" },
        { $"{Put}.security", null },
        { $"{Put}.requestBody.content.text/csv", "{}" },
        { $"{Room}.properties.colour", """{ "type": "string" }""" },
        { $"{Room}.required", """["names", "name", "seats", "kind", "place", "parts"]""" },
        { $"{Room}.properties.seats.type", "\"integer\"" },
        { $"{Room}.properties.place", """{ "$ref": "#/components/schemas/Place" }""" },
        { $"{Room}.properties.name.description", "\"How it is called.\"" },
        { $"{Room}.properties.name.format", "\"email\"" },
        { "components.schemas.Place.properties.x.type", "\"integer\"" },
        { "components.schemas.Kind.enum", """["hall", "room", "garden"]""" },
        { "components.schemas.Garden", """{ "type": "object" }""" },
        { $"{Request}.required", "[]" },
        { $"{Request}.properties.colour", """{ "type": "string" }""" },
        { $"{Request}.properties.name.maxLength", "300" },
        { $"{Request}.properties.name.type", """["null", "string"]""" },
        { $"{Request}.properties.slug.pattern", null },
        { $"{Request}.properties.seats.type", """["null", "number"]""" },
        { $"{Request}.properties.parts.maxItems", null },
        { $"{Request}.additionalProperties", null },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Finds_what_breaks_programs(string place, string? after, string found) => Changes(place, after).ShouldContain(found);

    [Theory]
    [MemberData(nameof(NoBreaks))]
    public void Finds_nothing_in_what_does_not(string place, string? after) => Changes(place, after).ShouldBeEmpty();

    [Fact]
    public void What_can_be_tried_now_answers_that_in_its_own_way()
    {
        var (adding, trying) = (JsonNode.Parse(Contract)!, JsonNode.Parse(Contract)!);
        foreach (var contract in new[] { adding, trying })
            contract["paths"]!["/rooms"] = JsonNode.Parse("""{ "post": { "operationId": "addRoom", "responses": { "201": {} } } }""");
        var operation = trying["paths"]!["/rooms"]!["post"]!;
        operation["responses"]!["200"] = new JsonObject();
        ContractChanges.Breaking(adding, trying).ShouldBe(["POST /rooms: answers 200"]);

        operation["parameters"] = JsonNode.Parse("""[{ "name": "dryRun", "in": "query", "schema": { "type": "boolean" } }]""");
        ContractChanges.Breaking(adding, trying).ShouldBeEmpty();

        operation["responses"]!["202"] = new JsonObject();
        ContractChanges.Breaking(adding, trying).ShouldBe(["POST /rooms: answers 202"]);
    }

    [Theory]
    [InlineData("v1", 1)]
    [InlineData("v2", 2)]
    [InlineData("3.1.4", 3)]
    public void The_first_number_of_the_version_counts(string version, int major) =>
        ContractChanges.Major(new JsonObject { ["info"] = new JsonObject { ["version"] = version } }).ShouldBe(major);

    private static IReadOnlyList<string> Changes(string place, string? after)
    {
        var changed = JsonNode.Parse(Contract)!;
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(changed, (node, step) => node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (parent is JsonArray items)
        {
            if (Index(steps[^1]) < items.Count)
                items.RemoveAt(Index(steps[^1]));
            if (after is not null)
                items.Insert(Index(steps[^1]), JsonNode.Parse(after));
        }
        else if (after is null)
        {
            parent.AsObject().Remove(steps[^1]).ShouldBeTrue();
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(after);
        }

        return ContractChanges.Breaking(JsonNode.Parse(Contract)!, changed);
    }

    private static int Index(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
}
