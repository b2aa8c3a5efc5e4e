using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Recordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "places_recorded_sound",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_recorded_sound", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "places_recording",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    page = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    language = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    speaker = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    consent_until = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<long>(type: "bigint", nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_recording", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_recording_changed_at",
                table: "places_recording",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_recording_place_id_language",
                table: "places_recording",
                columns: new[] { "place_id", "language" });

            migrationBuilder.CreateIndex(
                name: "IX_places_recording_sha256",
                table: "places_recording",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_places_recording_state_shard",
                table: "places_recording",
                columns: new[] { "state", "shard" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_recorded_sound");

            migrationBuilder.DropTable(
                name: "places_recording");
        }
    }
}
