using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ActsMergesAndCompanyIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "act_id",
                table: "observations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "company_ref",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "company_ref_key",
                table: "leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "act_id",
                table: "lead_notes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "companies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_key",
                table: "companies",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "act_leads",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    updated_before = table.Column<double>(type: "double precision", nullable: false),
                    updated_after = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_leads", x => new { x.act_id, x.lead_id });
                });

            migrationBuilder.CreateTable(
                name: "act_selections",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "bigint", nullable: false),
                    ids = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_selections", x => x.act_id);
                });

            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    argument = table.Column<string>(type: "text", nullable: false),
                    argument_text = table.Column<string>(type: "text", nullable: false),
                    selection = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    reached = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    unchanged = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    undo_by = table.Column<string>(type: "text", nullable: true),
                    undo_at = table.Column<long>(type: "bigint", nullable: true),
                    undo_reached = table.Column<long>(type: "bigint", nullable: false),
                    restored = table.Column<long>(type: "bigint", nullable: false),
                    kept = table.Column<long>(type: "bigint", nullable: false),
                    undo_ended_at = table.Column<long>(type: "bigint", nullable: true),
                    emptied_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lead_merges",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    into_id = table.Column<long>(type: "bigint", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    external_key = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_merges", x => x.act_id);
                });

            migrationBuilder.CreateTable(
                name: "trash",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    external_key = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trash", x => new { x.act_id, x.lead_id });
                });

            // Fields that a user made may have the keys of the new standard ones.
            migrationBuilder.Sql("update company_fields set key = key || '2' where key = 'externalId'");
            migrationBuilder.Sql("update fields set key = key || '2' where key = 'companyExternalId'");

            migrationBuilder.InsertData(
                table: "company_fields",
                columns: new[] { "id", "created_at", "created_by", "key", "label", "position", "type" },
                values: new object[] { 3, 0L, "LeadStudio", "externalId", "Company id", 2, "Text" });

            migrationBuilder.InsertData(
                table: "fields",
                columns: new[] { "id", "column", "created_at", "created_by", "is_hidden", "is_standard", "key", "label", "policy", "position", "successor_id", "type" },
                values: new object[] { 24, "company_ref", 0L, "LeadStudio", false, true, "companyExternalId", "Company id", "NewestWins", 23, null, "Text" });

            migrationBuilder.CreateIndex(
                name: "IX_company_observations_import_id",
                table: "company_observations",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_companies_external_key",
                table: "companies",
                column: "external_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acts_state",
                table: "acts",
                column: "state");

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
                name: "lead_merges");

            migrationBuilder.DropTable(
                name: "trash");

            migrationBuilder.DropIndex(
                name: "IX_company_observations_import_id",
                table: "company_observations");

            migrationBuilder.DropIndex(
                name: "IX_companies_external_key",
                table: "companies");

            migrationBuilder.DeleteData(
                table: "company_fields",
                keyColumn: "id",
                keyValue: 3);

            migrationBuilder.DeleteData(
                table: "fields",
                keyColumn: "id",
                keyValue: 24);

            migrationBuilder.DropColumn(
                name: "act_id",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "company_ref",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "company_ref_key",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "act_id",
                table: "lead_notes");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "external_key",
                table: "companies");
        }
    }
}
