using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    first_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_at = table.Column<long>(type: "INTEGER", nullable: true),
                    first_how = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_proposed_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true)
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
