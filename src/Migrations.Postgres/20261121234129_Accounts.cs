using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    code_secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_step = table.Column<long>(type: "bigint", nullable: false),
                    invited_at = table.Column<long>(type: "bigint", nullable: false),
                    first_sign_in_at = table.Column<long>(type: "bigint", nullable: true),
                    disabled_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_attempt",
                columns: table => new
                {
                    name = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_attempt", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_data_protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_permission",
                columns: table => new
                {
                    act = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_permission", x => x.act);
                });

            migrationBuilder.CreateTable(
                name: "kernel_role",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_role", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_key",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account_key", x => x.account_id);
                    table.ForeignKey(
                        name: "FK_kernel_account_key_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    is_renewal = table.Column<bool>(type: "boolean", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_invitation", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_invitation_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_key_wrap",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    way_id = table.Column<Guid>(type: "uuid", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    box = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_key_wrap", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_key_wrap_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_user_verified = table.Column<bool>(type: "boolean", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "bytea", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_passkey", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_passkey_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_recovery_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_recovery_code", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_recovery_code_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    fresh_at = table.Column<long>(type: "bigint", nullable: false),
                    means = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_session_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scope_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scope_value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_at = table.Column<long>(type: "bigint", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_assignment", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_assignment_kernel_account_account_id",
                        column: x => x.account_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_kernel_assignment_kernel_role_role",
                        column: x => x.role,
                        principalTable: "kernel_role",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_role_permission",
                columns: table => new
                {
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    act = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_role_permission", x => new { x.role, x.act });
                    table.ForeignKey(
                        name: "FK_kernel_role_permission_kernel_role_role",
                        column: x => x.role,
                        principalTable: "kernel_role",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_account_email_key",
                table: "kernel_account",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_assignment_account_id_role_scope_kind_scope_value",
                table: "kernel_assignment",
                columns: new[] { "account_id", "role", "scope_kind", "scope_value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_assignment_role",
                table: "kernel_assignment",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_attempt_last_at",
                table: "kernel_attempt",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_invitation_account_id",
                table: "kernel_invitation",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_invitation_token_hash",
                table: "kernel_invitation",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_key_wrap_account_id_way_way_id",
                table: "kernel_key_wrap",
                columns: new[] { "account_id", "way", "way_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_passkey_account_id",
                table: "kernel_passkey",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_passkey_credential_id",
                table: "kernel_passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_recovery_code_account_id_hash",
                table: "kernel_recovery_code",
                columns: new[] { "account_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_session_account_id",
                table: "kernel_session",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_session_token_hash",
                table: "kernel_session",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_account_key");

            migrationBuilder.DropTable(
                name: "kernel_assignment");

            migrationBuilder.DropTable(
                name: "kernel_attempt");

            migrationBuilder.DropTable(
                name: "kernel_data_protection_key");

            migrationBuilder.DropTable(
                name: "kernel_invitation");

            migrationBuilder.DropTable(
                name: "kernel_key_wrap");

            migrationBuilder.DropTable(
                name: "kernel_passkey");

            migrationBuilder.DropTable(
                name: "kernel_permission");

            migrationBuilder.DropTable(
                name: "kernel_recovery_code");

            migrationBuilder.DropTable(
                name: "kernel_role_permission");

            migrationBuilder.DropTable(
                name: "kernel_session");

            migrationBuilder.DropTable(
                name: "kernel_role");

            migrationBuilder.DropTable(
                name: "kernel_account");
        }
    }
}
