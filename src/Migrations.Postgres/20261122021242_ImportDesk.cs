using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ImportDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_places_import_finding_run_id",
                table: "places_import_finding");

            migrationBuilder.AddColumn<long>(
                name: "beat_at",
                table: "places_import_run",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "of",
                table: "places_import_run",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "places_import_finding",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "places_import_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    disclosure_before = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    was_approved = table.Column<bool>(type: "boolean", nullable: false),
                    after = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    left_because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_import_change", x => x.id);
                    table.ForeignKey(
                        name: "FK_places_import_change_places_import_run_run_id",
                        column: x => x.run_id,
                        principalTable: "places_import_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places_import_job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    stored_as = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    profile = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refused = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    refused_values = table.Column<string>(type: "text", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true),
                    undo_asked_at = table.Column<long>(type: "bigint", nullable: true),
                    turns = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_import_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_import_profile",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_import_profile", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_finding_run_id_number",
                table: "places_import_finding",
                columns: new[] { "run_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_change_place_id",
                table: "places_import_change",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_import_change_run_id_number",
                table: "places_import_change",
                columns: new[] { "run_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_job_country_uploaded_at",
                table: "places_import_job",
                columns: new[] { "country", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_job_run_id",
                table: "places_import_job",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_import_job_state_uploaded_at",
                table: "places_import_job",
                columns: new[] { "state", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_job_uploaded_at",
                table: "places_import_job",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_import_profile_country_name",
                table: "places_import_profile",
                columns: new[] { "country", "name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_import_change");

            migrationBuilder.DropTable(
                name: "places_import_job");

            migrationBuilder.DropTable(
                name: "places_import_profile");

            migrationBuilder.DropIndex(
                name: "IX_places_import_finding_run_id_number",
                table: "places_import_finding");

            migrationBuilder.DropColumn(
                name: "beat_at",
                table: "places_import_run");

            migrationBuilder.DropColumn(
                name: "of",
                table: "places_import_run");

            migrationBuilder.DropColumn(
                name: "number",
                table: "places_import_finding");

            migrationBuilder.CreateIndex(
                name: "IX_places_import_finding_run_id",
                table: "places_import_finding",
                column: "run_id");
        }
    }
}
