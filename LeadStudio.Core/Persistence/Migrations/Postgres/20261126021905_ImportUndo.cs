using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ImportUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "status",
                table: "observations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "kept",
                table: "imports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "removed",
                table: "imports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undo_at",
                table: "imports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "undo_by",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "undo_ended_at",
                table: "imports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "undo_next",
                table: "imports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "undo_total",
                table: "imports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "import_id",
                table: "companies",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "status",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "kept",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "removed",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_by",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_ended_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_next",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undo_total",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "import_id",
                table: "companies");
        }
    }
}
