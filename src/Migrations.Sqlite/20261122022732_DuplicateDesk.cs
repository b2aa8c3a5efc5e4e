using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DuplicateDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "places_place",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "merged_was_public",
                table: "places_place",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "decided_at",
                table: "places_duplicate_proposal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by",
                table: "places_duplicate_proposal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "places_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    survivor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    survivor_before = table.Column<string>(type: "TEXT", nullable: false),
                    survivor_after = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    merged_was_approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    merged_imprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    disclosure = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    reports = table.Column<string>(type: "TEXT", nullable: false),
                    followers = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    survivor_went_back = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_merge", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_merged_into",
                table: "places_place",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "IX_places_duplicate_proposal_decision_proposed_at",
                table: "places_duplicate_proposal",
                columns: new[] { "decision", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_duplicate_proposal_second_id",
                table: "places_duplicate_proposal",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_merge_at",
                table: "places_merge",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_places_merge_merged_id",
                table: "places_merge",
                column: "merged_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_merge_survivor_id",
                table: "places_merge",
                column: "survivor_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_merge");

            migrationBuilder.DropIndex(
                name: "IX_places_place_merged_into",
                table: "places_place");

            migrationBuilder.DropIndex(
                name: "IX_places_duplicate_proposal_decision_proposed_at",
                table: "places_duplicate_proposal");

            migrationBuilder.DropIndex(
                name: "IX_places_duplicate_proposal_second_id",
                table: "places_duplicate_proposal");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "merged_was_public",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "places_duplicate_proposal");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "places_duplicate_proposal");
        }
    }
}
