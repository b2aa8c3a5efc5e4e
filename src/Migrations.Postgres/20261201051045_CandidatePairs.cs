using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CandidatePairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "protection_candidate_pair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decision = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    verdict = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    compared_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_candidate_pair", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_protection_candidate_pair_first_id_second_id",
                table: "protection_candidate_pair",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_candidate_pair_second_id",
                table: "protection_candidate_pair",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_candidate_pair_team_id_state",
                table: "protection_candidate_pair",
                columns: new[] { "team_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "protection_candidate_pair");
        }
    }
}
