using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace LeadStudio.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FieldsAndCompanies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "date_order",
                table: "fields",
                type: "TEXT",
                nullable: false,
                defaultValue: "DayFirst");

            migrationBuilder.AddColumn<string>(
                name: "decimal_mark",
                table: "fields",
                type: "TEXT",
                nullable: false,
                defaultValue: "Point");

            migrationBuilder.AddColumn<bool>(
                name: "is_hidden",
                table: "fields",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "successor_id",
                table: "fields",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "position",
                table: "field_options",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "replaced_by",
                table: "field_options",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "best_score",
                table: "companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "group_id",
                table: "companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "lead_count",
                table: "companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "merged_at",
                table: "companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "merged_by",
                table: "companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "merged_into",
                table: "companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "company_fields",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_company_fields", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "company_observations",
                columns: table => new
                {
                    company_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    line = table.Column<long>(type: "INTEGER", nullable: true),
                    true_at = table.Column<long>(type: "INTEGER", nullable: true),
                    learned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    field_values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_company_observations", x => new { x.company_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "field_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    field_id = table.Column<int>(type: "INTEGER", nullable: false),
                    other_id = table.Column<int>(type: "INTEGER", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_lead = table.Column<long>(type: "INTEGER", nullable: false),
                    last_lead = table.Column<long>(type: "INTEGER", nullable: false),
                    changed = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_undone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "field_figures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    as_of = table.Column<long>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_figures", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "company_fields",
                columns: new[] { "id", "created_at", "created_by", "key", "label", "position", "type" },
                values: new object[,]
                {
                    { 1, 0L, "LeadStudio", "name", "Name", 0, "Text" },
                    { 2, 0L, "LeadStudio", "domain", "Domain", 1, "Text" }
                });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 1, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 2, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 3, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 4, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 5, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 6, 15 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 1, 18 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "field_options",
                keyColumns: new[] { "code", "field_id" },
                keyValues: new object[] { 2, 18 },
                columns: new[] { "position", "replaced_by" },
                values: new object[] { 0, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 1,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 2,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 3,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 4,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 5,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 6,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 7,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 8,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 9,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 10,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 11,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 12,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 13,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 14,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 15,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 16,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 17,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 18,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 19,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 20,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 21,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 22,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.UpdateData(
                table: "fields",
                keyColumn: "id",
                keyValue: 23,
                columns: new[] { "is_hidden", "successor_id" },
                values: new object[] { false, null });

            migrationBuilder.CreateIndex(
                name: "IX_companies_best_score_id",
                table: "companies",
                columns: new[] { "best_score", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_companies_lead_count_id",
                table: "companies",
                columns: new[] { "lead_count", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_companies_merged_into",
                table: "companies",
                column: "merged_into",
                filter: "merged_into is not null");

            migrationBuilder.CreateIndex(
                name: "IX_company_fields_key",
                table: "company_fields",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_field_changes_done_at",
                table: "field_changes",
                column: "done_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "company_fields");

            migrationBuilder.DropTable(
                name: "company_observations");

            migrationBuilder.DropTable(
                name: "field_changes");

            migrationBuilder.DropTable(
                name: "field_figures");

            migrationBuilder.DropIndex(
                name: "IX_companies_best_score_id",
                table: "companies");

            migrationBuilder.DropIndex(
                name: "IX_companies_lead_count_id",
                table: "companies");

            migrationBuilder.DropIndex(
                name: "IX_companies_merged_into",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "date_order",
                table: "fields");

            migrationBuilder.DropColumn(
                name: "decimal_mark",
                table: "fields");

            migrationBuilder.DropColumn(
                name: "is_hidden",
                table: "fields");

            migrationBuilder.DropColumn(
                name: "successor_id",
                table: "fields");

            migrationBuilder.DropColumn(
                name: "position",
                table: "field_options");

            migrationBuilder.DropColumn(
                name: "replaced_by",
                table: "field_options");

            migrationBuilder.DropColumn(
                name: "best_score",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "lead_count",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "merged_at",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "merged_by",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "companies");
        }
    }
}
