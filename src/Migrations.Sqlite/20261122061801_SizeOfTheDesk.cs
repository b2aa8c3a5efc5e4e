using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SizeOfTheDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_places_place_status_kind_assured_at",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status_kind_assured_at",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_changed_at",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_organization_id",
                table: "places_place");

            migrationBuilder.AddColumn<int>(
                name: "tile",
                table: "places_place",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "kernel_role",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "kernel_role",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "made_by",
                table: "kernel_role",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "retired_at",
                table: "kernel_role",
                type: "INTEGER",
                nullable: true);

            // Entries that are there already lie in the square degree of their area, or of their point where everybody may know it.
            migrationBuilder.Sql("UPDATE places_place SET tile = (CAST(FLOOR(area_latitude) AS INTEGER) + 90) * 360 + CAST(FLOOR(area_longitude) AS INTEGER) + 180 WHERE area_latitude IS NOT NULL AND area_longitude IS NOT NULL");
            migrationBuilder.Sql("UPDATE places_place SET tile = (SELECT (CAST(FLOOR(w.latitude) AS INTEGER) + 90) * 360 + CAST(FLOOR(w.longitude) AS INTEGER) + 180 FROM places_whereabouts w WHERE w.place_id = places_place.id) WHERE disclosure = 'exact' AND EXISTS (SELECT 1 FROM places_whereabouts w WHERE w.place_id = places_place.id AND w.latitude IS NOT NULL AND w.longitude IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_status_kind_assured_at_approved_at_id",
                table: "places_place",
                columns: new[] { "status", "kind", "assured_at", "approved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status_kind_assured_at_approved_at_id",
                table: "places_place",
                columns: new[] { "country", "status", "kind", "assured_at", "approved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_verification_at",
                table: "places_verification",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_assured_at_id",
                table: "places_place",
                columns: new[] { "assured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_changed_at_id",
                table: "places_place",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_admin1",
                table: "places_place",
                columns: new[] { "country", "admin1" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_assured_at_id",
                table: "places_place",
                columns: new[] { "country", "assured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_changed_at_id",
                table: "places_place",
                columns: new[] { "country", "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_kind_name_key_id",
                table: "places_place",
                columns: new[] { "country", "kind", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status_assured_at_approved_at_id",
                table: "places_place",
                columns: new[] { "country", "status", "assured_at", "approved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status_name_key_id",
                table: "places_place",
                columns: new[] { "country", "status", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_places_place_doubtful",
                table: "places_place",
                columns: new[] { "name_key", "id" },
                filter: "may_be_closed_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_places_place_hidden",
                table: "places_place",
                columns: new[] { "name_key", "id" },
                filter: "disclosure = 'officers'");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_is_demonstration",
                table: "places_place",
                column: "is_demonstration",
                filter: "is_demonstration");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_kind_name_key_id",
                table: "places_place",
                columns: new[] { "kind", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_organization_id_name_key_id",
                table: "places_place",
                columns: new[] { "organization_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_status_assured_at_approved_at_id",
                table: "places_place",
                columns: new[] { "status", "assured_at", "approved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_tile_name_key_id",
                table: "places_place",
                columns: new[] { "tile", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_import_finding_run_id_reason",
                table: "places_import_finding",
                columns: new[] { "run_id", "reason" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outgoing_purpose_queued_at",
                table: "kernel_outgoing",
                columns: new[] { "purpose", "queued_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_places_place_status_kind_assured_at_approved_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status_kind_assured_at_approved_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_verification_at",
                table: "places_verification");

            migrationBuilder.DropIndex(
                name: "IX_places_place_assured_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_changed_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_admin1",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_assured_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_changed_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_kind_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status_assured_at_approved_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "ix_places_place_doubtful",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "ix_places_place_hidden",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_is_demonstration",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_kind_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_organization_id_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_status_assured_at_approved_at_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_tile_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_import_finding_run_id_reason",
                table: "places_import_finding");

            migrationBuilder.DropIndex(
                name: "IX_kernel_outgoing_purpose_queued_at",
                table: "kernel_outgoing");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "kernel_role");

            migrationBuilder.DropColumn(
                name: "label",
                table: "kernel_role");

            migrationBuilder.DropColumn(
                name: "made_by",
                table: "kernel_role");

            migrationBuilder.DropColumn(
                name: "retired_at",
                table: "kernel_role");

            migrationBuilder.DropColumn(
                name: "tile",
                table: "places_place");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_status_kind_assured_at",
                table: "places_place",
                columns: new[] { "status", "kind", "assured_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status_kind_assured_at",
                table: "places_place",
                columns: new[] { "country", "status", "kind", "assured_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_changed_at",
                table: "places_place",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_organization_id",
                table: "places_place",
                column: "organization_id");
        }
    }
}
