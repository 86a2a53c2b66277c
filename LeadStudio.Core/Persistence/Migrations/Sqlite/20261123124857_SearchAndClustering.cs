using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadStudio.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchAndClustering : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What EF Core cannot say: tables clustered by lead, and the index for words. The tables are empty here.
            migrationBuilder.Sql(
                """
                drop table observations;
                create table observations (
                    lead_id integer not null, sequence integer not null, kind integer not null, source_id integer not null, by text,
                    import_id integer, line integer, true_at integer, learned_at integer not null, confidence real not null,
                    locked integer not null, field_values text not null,
                    primary key (lead_id, sequence)) without rowid;
                drop table score_history;
                create table score_history (
                    lead_id integer not null, at integer not null, score integer not null, band_code integer not null, version integer not null,
                    primary key (lead_id, at)) without rowid;
                create virtual table lead_search using fts5(words, content='', contentless_delete=1, detail=none);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
