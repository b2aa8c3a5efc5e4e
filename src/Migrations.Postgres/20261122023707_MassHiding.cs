using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MassHiding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "places_mass_hiding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    admin1 = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    renewal_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_mass_hiding", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_mass_hiding_changed_at",
                table: "places_mass_hiding",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_mass_hiding_country_admin1",
                table: "places_mass_hiding",
                columns: new[] { "country", "admin1" });

            migrationBuilder.CreateIndex(
                name: "IX_places_mass_hiding_organization_id",
                table: "places_mass_hiding",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_mass_hiding_until",
                table: "places_mass_hiding",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_mass_hiding");
        }
    }
}
