using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "merged_was_public",
                table: "places_place",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "decision",
                table: "places_duplicate_proposal",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddColumn<long>(
                name: "decided_at",
                table: "places_duplicate_proposal",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by",
                table: "places_duplicate_proposal",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "places_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    survivor_before = table.Column<string>(type: "text", nullable: false),
                    survivor_after = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    merged_was_approved = table.Column<bool>(type: "boolean", nullable: false),
                    merged_imprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    disclosure = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reports = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    followers = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    undone_at = table.Column<long>(type: "bigint", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true),
                    survivor_went_back = table.Column<bool>(type: "boolean", nullable: false)
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

            migrationBuilder.AlterColumn<string>(
                name: "decision",
                table: "places_duplicate_proposal",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(10)",
                oldMaxLength: 10,
                oldNullable: true);
        }
    }
}
