using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    table_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    record = table.Column<Guid>(type: "uuid", nullable: true),
                    records = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    node = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    node_sequence = table.Column<long>(type: "bigint", nullable: false),
                    mac = table.Column<byte[]>(type: "bytea", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    chain = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    peaks = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "kernel_inbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_duplicate_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_duplicate_proposal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_import_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    approved = table.Column<bool>(type: "boolean", nullable: false),
                    approved_as = table.Column<string>(type: "text", nullable: true),
                    accepted = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    quarantined = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_import_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    alternate_name = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    source_hash = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_organization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_problem_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    what = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_problem_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places_import_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    record = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_import_finding", x => x.id);
                    table.ForeignKey(
                        name: "FK_places_import_finding_places_import_run_run_id",
                        column: x => x.run_id,
                        principalTable: "places_import_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places_place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    proposed_disclosure = table.Column<string>(type: "text", nullable: true),
                    proposed_by = table.Column<string>(type: "text", nullable: true),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    admin1 = table.Column<string>(type: "text", nullable: true),
                    admin1_name = table.Column<string>(type: "text", nullable: true),
                    locality = table.Column<string>(type: "text", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    area_name = table.Column<string>(type: "text", nullable: true),
                    area_latitude = table.Column<double>(type: "double precision", nullable: true),
                    area_longitude = table.Column<double>(type: "double precision", nullable: true),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    profile = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    assured_at = table.Column<long>(type: "bigint", nullable: true),
                    assured_by = table.Column<string>(type: "text", nullable: true),
                    assured_how = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    is_last_resort = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    source_key = table.Column<string>(type: "text", nullable: true),
                    source_hash = table.Column<string>(type: "text", nullable: true),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    public_changed_at = table.Column<long>(type: "bigint", nullable: false),
                    public_digest = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    full_said_at = table.Column<long>(type: "bigint", nullable: true),
                    full_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_place", x => x.id);
                    table.ForeignKey(
                        name: "FK_places_place_places_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "places_organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "places_whereabouts",
                columns: table => new
                {
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    staff_contact = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_whereabouts", x => x.place_id);
                    table.ForeignKey(
                        name: "FK_places_whereabouts_places_place_place_id",
                        column: x => x.place_id,
                        principalTable: "places_place",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_at",
                table: "kernel_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_by_at",
                table: "kernel_audit",
                columns: new[] { "by", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_node_node_sequence",
                table: "kernel_audit",
                columns: new[] { "node", "node_sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_record_at",
                table: "kernel_audit",
                columns: new[] { "record", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_sequence",
                table: "kernel_audit",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_checkpoint_hash",
                table: "kernel_audit_checkpoint",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_inbox_kind_key",
                table: "kernel_inbox",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_inbox_taken_at",
                table: "kernel_inbox",
                column: "taken_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_duplicate_proposal_first_id_second_id",
                table: "places_duplicate_proposal",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_import_finding_run_id",
                table: "places_import_finding",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_import_run_started_at",
                table: "places_import_run",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_organization_changed_at",
                table: "places_organization",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_changed_at",
                table: "places_place",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_country_status",
                table: "places_place",
                columns: new[] { "country", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_expires_at",
                table: "places_place",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_kind_assured_at",
                table: "places_place",
                columns: new[] { "kind", "assured_at" });

            migrationBuilder.CreateIndex(
                name: "IX_places_place_organization_id",
                table: "places_place",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_shard",
                table: "places_place",
                column: "shard");

            migrationBuilder.CreateIndex(
                name: "IX_places_place_slug",
                table: "places_place",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_place_source_source_key",
                table: "places_place",
                columns: new[] { "source", "source_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_problem_report_changed_at",
                table: "places_problem_report",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_places_problem_report_code_hash",
                table: "places_problem_report",
                column: "code_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_audit");

            migrationBuilder.DropTable(
                name: "kernel_audit_checkpoint");

            migrationBuilder.DropTable(
                name: "kernel_inbox");

            migrationBuilder.DropTable(
                name: "places_duplicate_proposal");

            migrationBuilder.DropTable(
                name: "places_import_finding");

            migrationBuilder.DropTable(
                name: "places_problem_report");

            migrationBuilder.DropTable(
                name: "places_whereabouts");

            migrationBuilder.DropTable(
                name: "places_import_run");

            migrationBuilder.DropTable(
                name: "places_place");

            migrationBuilder.DropTable(
                name: "places_organization");
        }
    }
}
