using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DeskOfPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status",
                table: "places_place");

            migrationBuilder.AddColumn<int>(
                name: "looks",
                table: "places_place",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "may_be_closed_since",
                table: "places_place",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "places_place",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "proposed_contacts",
                table: "places_place",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_because",
                table: "places_place",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            // Until the next save of a row, which folds accents as well.
            migrationBuilder.Sql("UPDATE places_place SET name_key = lower(name)");

            migrationBuilder.CreateTable(
                name: "kernel_idempotency",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    body_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    location = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_idempotency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_verification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_verification", x => x.id);
                    table.ForeignKey(
                        name: "FK_places_verification_places_place_place_id",
                        column: x => x.place_id,
                        principalTable: "places_place",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_problem_report_outcome_received_at",
                table: "places_problem_report",
                columns: new[] { "outcome", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_problem_report_place_id_outcome",
                table: "places_problem_report",
                columns: new[] { "place_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_name_key_id",
                table: "places_place",
                columns: new[] { "country", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status_kind_assured_at",
                table: "places_place",
                columns: new[] { "country", "status", "kind", "assured_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_may_be_closed_since",
                table: "places_place",
                column: "may_be_closed_since");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_name_key_id",
                table: "places_place",
                columns: new[] { "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_status_kind_assured_at",
                table: "places_place",
                columns: new[] { "status", "kind", "assured_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_status_name_key_id",
                table: "places_place",
                columns: new[] { "status", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_idempotency_actor_route_key",
                table: "kernel_idempotency",
                columns: new[] { "actor", "route", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_idempotency_at",
                table: "kernel_idempotency",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_places_verification_place_id",
                table: "places_verification",
                column: "place_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_idempotency");

            migrationBuilder.DropTable(
                name: "places_verification");

            migrationBuilder.DropIndex(
                name: "IX_places_problem_report_outcome_received_at",
                table: "places_problem_report");

            migrationBuilder.DropIndex(
                name: "IX_places_problem_report_place_id_outcome",
                table: "places_problem_report");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_country_status_kind_assured_at",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_may_be_closed_since",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_name_key_id",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_status_kind_assured_at",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_place_status_name_key_id",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "looks",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "may_be_closed_since",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "proposed_contacts",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "withdrawn_because",
                table: "places_place");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status",
                table: "places_place",
                columns: new[] { "country", "status" });
        }
    }
}
