using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Agenda.Infrastructure.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Scheduling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Arrangement",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Seats",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsChair",
                table: "session_types",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OpeningHours",
                table: "rooms",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Parts",
                table: "rooms",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Absences",
                table: "people",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "acknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conflict = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acknowledgements_conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "conferences",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "conflict_policies",
                columns: table => new
                {
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangeOverMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Severities = table.Column<string>(type: "TEXT", nullable: false),
                    RolePairs = table.Column<string>(type: "TEXT", nullable: false),
                    WalkingTimes = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conflict_policies", x => x.ConferenceId);
                    table.ForeignKey(
                        name: "FK_conflict_policies_conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "conferences",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "programme_edits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_edits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_programme_edits_conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "conferences",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "session_constraints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<Guid>(type: "TEXT", nullable: false),
                    Second = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_constraints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_session_constraints_conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "conferences",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_session_constraints_sessions_First",
                        column: x => x.First,
                        principalTable: "sessions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_session_constraints_sessions_Second",
                        column: x => x.Second,
                        principalTable: "sessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "edited_sessions",
                columns: table => new
                {
                    EditId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LocalStart = table.Column<DateTime>(type: "TEXT", precision: 0, nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    StartOffset = table.Column<int>(type: "INTEGER", nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_edited_sessions", x => new { x.EditId, x.SessionId });
                    table.ForeignKey(
                        name: "FK_edited_sessions_programme_edits_EditId",
                        column: x => x.EditId,
                        principalTable: "programme_edits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acknowledgements_ConferenceId_Conflict_State",
                table: "acknowledgements",
                columns: new[] { "ConferenceId", "Conflict", "State" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_edited_sessions_SessionId_VersionAfter",
                table: "edited_sessions",
                columns: new[] { "SessionId", "VersionAfter" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_edits_ConferenceId_Author_At",
                table: "programme_edits",
                columns: new[] { "ConferenceId", "Author", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_session_constraints_ConferenceId_Kind_First_Second",
                table: "session_constraints",
                columns: new[] { "ConferenceId", "Kind", "First", "Second" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_constraints_First",
                table: "session_constraints",
                column: "First");

            migrationBuilder.CreateIndex(
                name: "IX_session_constraints_Second",
                table: "session_constraints",
                column: "Second");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acknowledgements");

            migrationBuilder.DropTable(
                name: "conflict_policies");

            migrationBuilder.DropTable(
                name: "edited_sessions");

            migrationBuilder.DropTable(
                name: "session_constraints");

            migrationBuilder.DropTable(
                name: "programme_edits");

            migrationBuilder.DropColumn(
                name: "Arrangement",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Seats",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "NeedsChair",
                table: "session_types");

            migrationBuilder.DropColumn(
                name: "OpeningHours",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "Parts",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "Absences",
                table: "people");
        }
    }
}
