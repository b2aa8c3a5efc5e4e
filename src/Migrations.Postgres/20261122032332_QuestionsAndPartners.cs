using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class QuestionsAndPartners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    holder = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: true),
                    address_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    queued_at = table.Column<long>(type: "bigint", nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: false),
                    begun_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    gateway_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    segments = table.Column<int>(type: "integer", nullable: false),
                    price_micros = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outgoing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sms_event",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signature = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sms_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_stopped",
                columns: table => new
                {
                    address_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_stopped", x => x.address_hash);
                });

            migrationBuilder.CreateTable(
                name: "places_ask",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    address_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    answer = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_ask", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_ask_contact",
                columns: table => new
                {
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    given_to = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_ask_contact", x => x.place_id);
                });

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
                name: "IX_kernel_outgoing_gateway_id",
                table: "kernel_outgoing",
                column: "gateway_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outgoing_purpose_record",
                table: "kernel_outgoing",
                columns: new[] { "purpose", "record" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outgoing_state_next_at",
                table: "kernel_outgoing",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sms_event_at",
                table: "kernel_sms_event",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_places_ask_address_hash_ends_at",
                table: "places_ask",
                columns: new[] { "address_hash", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_ask_asked_at",
                table: "places_ask",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_ask_place_id_next_at",
                table: "places_ask",
                columns: new[] { "place_id", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_ask_place_id_period",
                table: "places_ask",
                columns: new[] { "place_id", "period" },
                unique: true);

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
                name: "kernel_lease");

            migrationBuilder.DropTable(
                name: "kernel_outgoing");

            migrationBuilder.DropTable(
                name: "kernel_sms_event");

            migrationBuilder.DropTable(
                name: "kernel_stopped");

            migrationBuilder.DropTable(
                name: "places_ask");

            migrationBuilder.DropTable(
                name: "places_ask_contact");

            migrationBuilder.DropTable(
                name: "places_claim");

            migrationBuilder.DropTable(
                name: "places_proposed_change");
        }
    }
}
