using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Agenda.Infrastructure.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MyAgendas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "JoinChangedAt",
                table: "sessions",
                type: "TEXT",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JoinUrl",
                table: "sessions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "JoinChangedAt",
                table: "rooms",
                type: "TEXT",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JoinUrl",
                table: "rooms",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "JoinLinksChangedAt",
                table: "conferences",
                type: "TEXT",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "JoinLinksInFeeds",
                table: "conferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "buildings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "buildings",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "my_agendas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    FeedHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    FeedTag = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FeedModifiedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_my_agendas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "token_keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_token_keys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "feed_fetches",
                columns: table => new
                {
                    MyAgendaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Client = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_fetches", x => new { x.MyAgendaId, x.Client });
                    table.ForeignKey(
                        name: "FK_feed_fetches_my_agendas_MyAgendaId",
                        column: x => x.MyAgendaId,
                        principalTable: "my_agendas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stars",
                columns: table => new
                {
                    MyAgendaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StarredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stars", x => new { x.MyAgendaId, x.SessionId });
                    table.ForeignKey(
                        name: "FK_stars_conferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "conferences",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_stars_my_agendas_MyAgendaId",
                        column: x => x.MyAgendaId,
                        principalTable: "my_agendas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_my_agendas_ChangedAt",
                table: "my_agendas",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_my_agendas_EditHash",
                table: "my_agendas",
                column: "EditHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_my_agendas_FeedHash",
                table: "my_agendas",
                column: "FeedHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stars_ConferenceId",
                table: "stars",
                column: "ConferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_stars_SessionId",
                table: "stars",
                column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed_fetches");

            migrationBuilder.DropTable(
                name: "stars");

            migrationBuilder.DropTable(
                name: "token_keys");

            migrationBuilder.DropTable(
                name: "my_agendas");

            migrationBuilder.DropColumn(
                name: "JoinChangedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "JoinUrl",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "JoinChangedAt",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "JoinUrl",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "JoinLinksChangedAt",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "JoinLinksInFeeds",
                table: "conferences");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "buildings");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "buildings");
        }
    }
}
