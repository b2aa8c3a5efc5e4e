using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ImpostorsAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "places_figure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    assured = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<int>(type: "integer", nullable: false),
                    stale = table.Column<int>(type: "integer", nullable: false),
                    never = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_mark", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_warning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: true),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    gone_at = table.Column<long>(type: "bigint", nullable: true),
                    dismissed = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    dismissed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    dismissed_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_warning", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_watched",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_watched", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_places_figure_country_day",
                table: "places_figure",
                columns: new[] { "country", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_places_figure_day_country_kind_is_hidden",
                table: "places_figure",
                columns: new[] { "day", "country", "kind", "is_hidden" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_mark_kind_value",
                table: "places_mark",
                columns: new[] { "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_places_mark_place_id",
                table: "places_mark",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_warning_state_found_at",
                table: "places_warning",
                columns: new[] { "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_warning_other_id",
                table: "places_warning",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_warning_place_id_kind_other_id_value",
                table: "places_warning",
                columns: new[] { "place_id", "kind", "other_id", "value" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "places_figure");

            migrationBuilder.DropTable(
                name: "places_mark");

            migrationBuilder.DropTable(
                name: "places_warning");

            migrationBuilder.DropTable(
                name: "places_watched");
        }
    }
}
