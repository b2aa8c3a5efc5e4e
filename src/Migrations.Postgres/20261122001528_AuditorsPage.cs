using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Amparo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AuditorsPage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_act_at",
                table: "kernel_audit",
                columns: new[] { "act", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_organisation_at",
                table: "kernel_audit",
                columns: new[] { "organisation", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_outcome_at",
                table: "kernel_audit",
                columns: new[] { "outcome", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_table_name_at",
                table: "kernel_audit",
                columns: new[] { "table_name", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_act_at",
                table: "kernel_audit");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_organisation_at",
                table: "kernel_audit");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_outcome_at",
                table: "kernel_audit");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_table_name_at",
                table: "kernel_audit");
        }
    }
}
