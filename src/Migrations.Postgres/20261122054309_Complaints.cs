using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Complaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "safeguarding_complaint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    body_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    read_by = table.Column<long>(type: "bigint", nullable: false),
                    answer_by = table.Column<long>(type: "bigint", nullable: false),
                    close_by = table.Column<long>(type: "bigint", nullable: false),
                    read_at = table.Column<long>(type: "bigint", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    messages = table.Column<int>(type: "integer", nullable: false),
                    back = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    answers_until = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_complaint", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_holder",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    named_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    key_print = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    naming_told_at = table.Column<long>(type: "bigint", nullable: true),
                    confirming_told_at = table.Column<long>(type: "bigint", nullable: true),
                    letter_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_holder", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    box = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_copy", x => x.id);
                    table.ForeignKey(
                        name: "FK_safeguarding_copy_safeguarding_complaint_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "safeguarding_complaint",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_from_person = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    body_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_message", x => x.id);
                    table.ForeignKey(
                        name: "FK_safeguarding_message_safeguarding_complaint_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "safeguarding_complaint",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_safeguarding_note_safeguarding_complaint_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "safeguarding_complaint",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_complaint_answers_until",
                table: "safeguarding_complaint",
                column: "answers_until");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_complaint_changed_at",
                table: "safeguarding_complaint",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_complaint_code_name",
                table: "safeguarding_complaint",
                column: "code_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_complaint_key_hash",
                table: "safeguarding_complaint",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_copy_account_id_complaint_id",
                table: "safeguarding_copy",
                columns: new[] { "account_id", "complaint_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_copy_complaint_id",
                table: "safeguarding_copy",
                column: "complaint_id");

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_message_complaint_id_number",
                table: "safeguarding_message",
                columns: new[] { "complaint_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_message_key_hash",
                table: "safeguarding_message",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_note_complaint_id",
                table: "safeguarding_note",
                column: "complaint_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "safeguarding_copy");

            migrationBuilder.DropTable(
                name: "safeguarding_holder");

            migrationBuilder.DropTable(
                name: "safeguarding_message");

            migrationBuilder.DropTable(
                name: "safeguarding_note");

            migrationBuilder.DropTable(
                name: "safeguarding_complaint");
        }
    }
}
