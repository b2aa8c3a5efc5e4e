using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PartnerPortal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "places_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    organisation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    first_by = table.Column<Guid>(type: "uuid", nullable: true),
                    first_at = table.Column<long>(type: "bigint", nullable: true),
                    first_how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_proposed_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_proposed_change", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_claim_place_id_state",
                table: "places_claim",
                columns: new[] { "place_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_places_claim_state_at",
                table: "places_claim",
                columns: new[] { "state", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_proposed_change_by",
                table: "places_proposed_change",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "IX_places_proposed_change_place_id_state",
                table: "places_proposed_change",
                columns: new[] { "place_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_places_proposed_change_state_at",
                table: "places_proposed_change",
                columns: new[] { "state", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_claim");

            migrationBuilder.DropTable(
                name: "places_proposed_change");
        }
    }
}
