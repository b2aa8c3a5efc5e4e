using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CountsOfMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "country",
                table: "kernel_outgoing",
                type: "TEXT",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kernel_outgoing_count",
                columns: table => new
                {
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false),
                    segments = table.Column<int>(type: "INTEGER", nullable: false),
                    price_micros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outgoing_count", x => new { x.purpose, x.month, x.country, x.channel, x.state, x.currency });
                });

            migrationBuilder.CreateIndex(
                name: "ix_places_place_second",
                table: "places_place",
                columns: new[] { "name_key", "id" },
                filter: "proposed_contacts IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_outgoing_count");

            migrationBuilder.DropIndex(
                name: "ix_places_place_second",
                table: "places_place");

            migrationBuilder.DropColumn(
                name: "country",
                table: "kernel_outgoing");
        }
    }
}
