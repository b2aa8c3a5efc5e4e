using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleTeamsAndPairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "protection_candidate_pair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    compared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_candidate_pair", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_team", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    age_band = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    needs = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    given = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_contact_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_group",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_group", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_group_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    function = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    vouched_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    vouched_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_member_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_notice", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_notice_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    age_band = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_person", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_person_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_ring",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_ring", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_ring_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sections = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    means = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    assent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text_version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    withdraws = table.Column<Guid>(type: "TEXT", nullable: true),
                    words = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_consent", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_consent_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_protection_consent_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "protection_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    sections = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_for = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_grant", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_grant_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_protection_grant_protection_team_team_id",
                        column: x => x.team_id,
                        principalTable: "protection_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_group_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_group_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_group_member_protection_group_group_id",
                        column: x => x.group_id,
                        principalTable: "protection_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_protection_group_member_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_opening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_opening", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_opening_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_section",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_section", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_section_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_tag", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_tag_protection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "protection_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_ring_share",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ring_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", maxLength: 600, nullable: false),
                    key_print = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_ring_share", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_ring_share_protection_ring_ring_id",
                        column: x => x.ring_id,
                        principalTable: "protection_ring",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_section_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ring_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_to_public_half = table.Column<bool>(type: "INTEGER", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_section_key", x => x.id);
                    table.ForeignKey(
                        name: "FK_protection_section_key_protection_grant_grant_id",
                        column: x => x.grant_id,
                        principalTable: "protection_grant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_protection_section_key_protection_ring_ring_id",
                        column: x => x.ring_id,
                        principalTable: "protection_ring",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_protection_section_key_protection_section_section_id",
                        column: x => x.section_id,
                        principalTable: "protection_section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateIndex(
                name: "IX_protection_consent_person_id_number",
                table: "protection_consent",
                columns: new[] { "person_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_consent_team_id",
                table: "protection_consent",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_consent_withdraws",
                table: "protection_consent",
                column: "withdraws",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_contact_team_id_day",
                table: "protection_contact",
                columns: new[] { "team_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_grant_consent_id",
                table: "protection_grant",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_grant_person_id",
                table: "protection_grant",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_grant_team_id_ended_at_person_id",
                table: "protection_grant",
                columns: new[] { "team_id", "ended_at", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_group_team_id",
                table: "protection_group",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_group_member_group_id",
                table: "protection_group_member",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_group_member_person_id",
                table: "protection_group_member",
                column: "person_id",
                unique: true,
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_protection_member_account_id_team_id",
                table: "protection_member",
                columns: new[] { "account_id", "team_id" },
                unique: true,
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_protection_member_team_id",
                table: "protection_member",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_notice_team_id_seen_at_at",
                table: "protection_notice",
                columns: new[] { "team_id", "seen_at", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_opening_account_id_until",
                table: "protection_opening",
                columns: new[] { "account_id", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_opening_person_id",
                table: "protection_opening",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_opening_session_id_person_id_until",
                table: "protection_opening",
                columns: new[] { "session_id", "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_person_code",
                table: "protection_person",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_person_team_id",
                table: "protection_person",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_ring_team_id_kind_version",
                table: "protection_ring",
                columns: new[] { "team_id", "kind", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_ring_share_account_id_ring_id",
                table: "protection_ring_share",
                columns: new[] { "account_id", "ring_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_ring_share_ring_id",
                table: "protection_ring_share",
                column: "ring_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_section_person_id_kind_number",
                table: "protection_section",
                columns: new[] { "person_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_section_key_grant_id",
                table: "protection_section_key",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_section_key_ring_id",
                table: "protection_section_key",
                column: "ring_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_section_key_section_id_grant_id_ring_id",
                table: "protection_section_key",
                columns: new[] { "section_id", "grant_id", "ring_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_protection_tag_person_id",
                table: "protection_tag",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_protection_tag_team_id_kind_value",
                table: "protection_tag",
                columns: new[] { "team_id", "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "IX_protection_team_country_name",
                table: "protection_team",
                columns: new[] { "country", "name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "protection_candidate_pair");

            migrationBuilder.DropTable(
                name: "protection_consent");

            migrationBuilder.DropTable(
                name: "protection_contact");

            migrationBuilder.DropTable(
                name: "protection_group_member");

            migrationBuilder.DropTable(
                name: "protection_member");

            migrationBuilder.DropTable(
                name: "protection_notice");

            migrationBuilder.DropTable(
                name: "protection_opening");

            migrationBuilder.DropTable(
                name: "protection_ring_share");

            migrationBuilder.DropTable(
                name: "protection_section_key");

            migrationBuilder.DropTable(
                name: "protection_tag");

            migrationBuilder.DropTable(
                name: "protection_group");

            migrationBuilder.DropTable(
                name: "protection_grant");

            migrationBuilder.DropTable(
                name: "protection_ring");

            migrationBuilder.DropTable(
                name: "protection_section");

            migrationBuilder.DropTable(
                name: "protection_person");

            migrationBuilder.DropTable(
                name: "protection_team");
        }
    }
}
