using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CompanyIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "company_ref",
                table: "leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "company_ref_key",
                table: "leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_key",
                table: "companies",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "company_ref",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "company_ref_key",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "external_key",
                table: "companies");
        }
    }
}
