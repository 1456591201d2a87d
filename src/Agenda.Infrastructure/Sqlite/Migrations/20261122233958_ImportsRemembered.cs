using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Agenda.Infrastructure.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ImportsRemembered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ImportedAs",
                table: "sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImportedAs",
                table: "rooms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImportedAs",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronunciation",
                table: "people",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UidHost",
                table: "conferences",
                type: "TEXT",
                maxLength: 255,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ImportedAs",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "ImportedAs",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "ImportedAs",
                table: "people");

            migrationBuilder.DropColumn(
                name: "Pronunciation",
                table: "people");

            migrationBuilder.DropColumn(
                name: "UidHost",
                table: "conferences");
        }
    }
}
