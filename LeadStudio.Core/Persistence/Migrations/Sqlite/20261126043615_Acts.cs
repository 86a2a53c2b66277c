using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Acts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "act_id",
                table: "observations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "act_leads",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_before = table.Column<double>(type: "REAL", nullable: false),
                    updated_after = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_leads", x => new { x.act_id, x.lead_id });
                });

            migrationBuilder.CreateTable(
                name: "act_selections",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ids = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_selections", x => x.act_id);
                });

            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    argument = table.Column<string>(type: "TEXT", nullable: false),
                    argument_text = table.Column<string>(type: "TEXT", nullable: false),
                    selection = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    reached = table.Column<long>(type: "INTEGER", nullable: false),
                    changed = table.Column<long>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undo_by = table.Column<string>(type: "TEXT", nullable: true),
                    undo_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undo_reached = table.Column<long>(type: "INTEGER", nullable: false),
                    restored = table.Column<long>(type: "INTEGER", nullable: false),
                    kept = table.Column<long>(type: "INTEGER", nullable: false),
                    undo_ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    emptied_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trash",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: true),
                    external_key = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trash", x => new { x.act_id, x.lead_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_acts_state",
                table: "acts",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_trash_email_key",
                table: "trash",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "IX_trash_external_key",
                table: "trash",
                column: "external_key");

            migrationBuilder.CreateIndex(
                name: "IX_trash_lead_id",
                table: "trash",
                column: "lead_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "act_leads");

            migrationBuilder.DropTable(
                name: "act_selections");

            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "trash");

            migrationBuilder.DropColumn(
                name: "act_id",
                table: "observations");
        }
    }
}
