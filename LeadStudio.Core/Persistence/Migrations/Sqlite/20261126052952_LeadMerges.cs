using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeadMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "act_id",
                table: "lead_notes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lead_merges",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<long>(type: "INTEGER", nullable: false),
                    into_id = table.Column<long>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    email_key = table.Column<string>(type: "TEXT", nullable: true),
                    external_id = table.Column<string>(type: "TEXT", nullable: true),
                    external_key = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_merges", x => x.act_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_email_key",
                table: "lead_merges",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_external_key",
                table: "lead_merges",
                column: "external_key");

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_into_id",
                table: "lead_merges",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "IX_lead_merges_lead_id",
                table: "lead_merges",
                column: "lead_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_merges");

            migrationBuilder.DropColumn(
                name: "act_id",
                table: "lead_notes");
        }
    }
}
