using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace LeadStudio.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_companies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "field_options",
                columns: table => new
                {
                    field_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_options", x => new { x.field_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "fields",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    is_standard = table.Column<bool>(type: "boolean", nullable: false),
                    policy = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fields", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_rejects",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    cells = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rejects", x => new { x.import_id, x.line });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    stored_name = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    dialect = table.Column<string>(type: "text", nullable: true),
                    mapping = table.Column<string>(type: "text", nullable: true),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    created = table.Column<long>(type: "bigint", nullable: false),
                    updated = table.Column<long>(type: "bigint", nullable: false),
                    unchanged = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_at = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lead_standings",
                columns: table => new
                {
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<long>(type: "bigint", nullable: false),
                    band_code = table.Column<long>(type: "bigint", nullable: false),
                    parts = table.Column<string>(type: "text", nullable: false),
                    rule_mask = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    is_open = table.Column<long>(type: "bigint", nullable: false),
                    scored_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    next_change_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_standings", x => x.lead_id);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    // By hand: a row is parsed from its front, so what a scan of all leads compares comes first, and the slots in the order of their use.
                    id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<double>(type: "double precision", nullable: false),
                    updated_at = table.Column<double>(type: "double precision", nullable: false),
                    last_seen_at = table.Column<double>(type: "double precision", nullable: true),
                    company_id = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<double>(type: "double precision", nullable: true),
                    outcome_at = table.Column<double>(type: "double precision", nullable: true),
                    outcome_value = table.Column<double>(type: "double precision", nullable: true),
                    n0 = table.Column<double>(type: "double precision", nullable: true),
                    f0 = table.Column<string>(type: "text", nullable: true),
                    n1 = table.Column<double>(type: "double precision", nullable: true),
                    f1 = table.Column<string>(type: "text", nullable: true),
                    n2 = table.Column<double>(type: "double precision", nullable: true),
                    f2 = table.Column<string>(type: "text", nullable: true),
                    n3 = table.Column<double>(type: "double precision", nullable: true),
                    f3 = table.Column<string>(type: "text", nullable: true),
                    n4 = table.Column<double>(type: "double precision", nullable: true),
                    f4 = table.Column<string>(type: "text", nullable: true),
                    n5 = table.Column<double>(type: "double precision", nullable: true),
                    f5 = table.Column<string>(type: "text", nullable: true),
                    n6 = table.Column<double>(type: "double precision", nullable: true),
                    f6 = table.Column<string>(type: "text", nullable: true),
                    n7 = table.Column<double>(type: "double precision", nullable: true),
                    f7 = table.Column<string>(type: "text", nullable: true),
                    n8 = table.Column<double>(type: "double precision", nullable: true),
                    f8 = table.Column<string>(type: "text", nullable: true),
                    n9 = table.Column<double>(type: "double precision", nullable: true),
                    f9 = table.Column<string>(type: "text", nullable: true),
                    n10 = table.Column<double>(type: "double precision", nullable: true),
                    f10 = table.Column<string>(type: "text", nullable: true),
                    n11 = table.Column<double>(type: "double precision", nullable: true),
                    f11 = table.Column<string>(type: "text", nullable: true),
                    n12 = table.Column<double>(type: "double precision", nullable: true),
                    f12 = table.Column<string>(type: "text", nullable: true),
                    n13 = table.Column<double>(type: "double precision", nullable: true),
                    f13 = table.Column<string>(type: "text", nullable: true),
                    n14 = table.Column<double>(type: "double precision", nullable: true),
                    f14 = table.Column<string>(type: "text", nullable: true),
                    n15 = table.Column<double>(type: "double precision", nullable: true),
                    f15 = table.Column<string>(type: "text", nullable: true),
                    n16 = table.Column<double>(type: "double precision", nullable: true),
                    f16 = table.Column<string>(type: "text", nullable: true),
                    n17 = table.Column<double>(type: "double precision", nullable: true),
                    f17 = table.Column<string>(type: "text", nullable: true),
                    n18 = table.Column<double>(type: "double precision", nullable: true),
                    f18 = table.Column<string>(type: "text", nullable: true),
                    n19 = table.Column<double>(type: "double precision", nullable: true),
                    f19 = table.Column<string>(type: "text", nullable: true),
                    n20 = table.Column<double>(type: "double precision", nullable: true),
                    f20 = table.Column<string>(type: "text", nullable: true),
                    n21 = table.Column<double>(type: "double precision", nullable: true),
                    f21 = table.Column<string>(type: "text", nullable: true),
                    n22 = table.Column<double>(type: "double precision", nullable: true),
                    f22 = table.Column<string>(type: "text", nullable: true),
                    n23 = table.Column<double>(type: "double precision", nullable: true),
                    f23 = table.Column<string>(type: "text", nullable: true),
                    n24 = table.Column<double>(type: "double precision", nullable: true),
                    f24 = table.Column<string>(type: "text", nullable: true),
                    n25 = table.Column<double>(type: "double precision", nullable: true),
                    f25 = table.Column<string>(type: "text", nullable: true),
                    n26 = table.Column<double>(type: "double precision", nullable: true),
                    f26 = table.Column<string>(type: "text", nullable: true),
                    n27 = table.Column<double>(type: "double precision", nullable: true),
                    f27 = table.Column<string>(type: "text", nullable: true),
                    n28 = table.Column<double>(type: "double precision", nullable: true),
                    f28 = table.Column<string>(type: "text", nullable: true),
                    n29 = table.Column<double>(type: "double precision", nullable: true),
                    f29 = table.Column<string>(type: "text", nullable: true),
                    n30 = table.Column<double>(type: "double precision", nullable: true),
                    f30 = table.Column<string>(type: "text", nullable: true),
                    n31 = table.Column<double>(type: "double precision", nullable: true),
                    f31 = table.Column<string>(type: "text", nullable: true),
                    n32 = table.Column<double>(type: "double precision", nullable: true),
                    f32 = table.Column<string>(type: "text", nullable: true),
                    n33 = table.Column<double>(type: "double precision", nullable: true),
                    f33 = table.Column<string>(type: "text", nullable: true),
                    n34 = table.Column<double>(type: "double precision", nullable: true),
                    f34 = table.Column<string>(type: "text", nullable: true),
                    n35 = table.Column<double>(type: "double precision", nullable: true),
                    f35 = table.Column<string>(type: "text", nullable: true),
                    n36 = table.Column<double>(type: "double precision", nullable: true),
                    f36 = table.Column<string>(type: "text", nullable: true),
                    n37 = table.Column<double>(type: "double precision", nullable: true),
                    f37 = table.Column<string>(type: "text", nullable: true),
                    n38 = table.Column<double>(type: "double precision", nullable: true),
                    f38 = table.Column<string>(type: "text", nullable: true),
                    n39 = table.Column<double>(type: "double precision", nullable: true),
                    f39 = table.Column<string>(type: "text", nullable: true),
                    n40 = table.Column<double>(type: "double precision", nullable: true),
                    f40 = table.Column<string>(type: "text", nullable: true),
                    n41 = table.Column<double>(type: "double precision", nullable: true),
                    f41 = table.Column<string>(type: "text", nullable: true),
                    n42 = table.Column<double>(type: "double precision", nullable: true),
                    f42 = table.Column<string>(type: "text", nullable: true),
                    n43 = table.Column<double>(type: "double precision", nullable: true),
                    f43 = table.Column<string>(type: "text", nullable: true),
                    n44 = table.Column<double>(type: "double precision", nullable: true),
                    f44 = table.Column<string>(type: "text", nullable: true),
                    n45 = table.Column<double>(type: "double precision", nullable: true),
                    f45 = table.Column<string>(type: "text", nullable: true),
                    n46 = table.Column<double>(type: "double precision", nullable: true),
                    f46 = table.Column<string>(type: "text", nullable: true),
                    n47 = table.Column<double>(type: "double precision", nullable: true),
                    f47 = table.Column<string>(type: "text", nullable: true),
                    n48 = table.Column<double>(type: "double precision", nullable: true),
                    f48 = table.Column<string>(type: "text", nullable: true),
                    n49 = table.Column<double>(type: "double precision", nullable: true),
                    f49 = table.Column<string>(type: "text", nullable: true),
                    n50 = table.Column<double>(type: "double precision", nullable: true),
                    f50 = table.Column<string>(type: "text", nullable: true),
                    n51 = table.Column<double>(type: "double precision", nullable: true),
                    f51 = table.Column<string>(type: "text", nullable: true),
                    n52 = table.Column<double>(type: "double precision", nullable: true),
                    f52 = table.Column<string>(type: "text", nullable: true),
                    n53 = table.Column<double>(type: "double precision", nullable: true),
                    f53 = table.Column<string>(type: "text", nullable: true),
                    n54 = table.Column<double>(type: "double precision", nullable: true),
                    f54 = table.Column<string>(type: "text", nullable: true),
                    n55 = table.Column<double>(type: "double precision", nullable: true),
                    f55 = table.Column<string>(type: "text", nullable: true),
                    n56 = table.Column<double>(type: "double precision", nullable: true),
                    f56 = table.Column<string>(type: "text", nullable: true),
                    n57 = table.Column<double>(type: "double precision", nullable: true),
                    f57 = table.Column<string>(type: "text", nullable: true),
                    n58 = table.Column<double>(type: "double precision", nullable: true),
                    f58 = table.Column<string>(type: "text", nullable: true),
                    n59 = table.Column<double>(type: "double precision", nullable: true),
                    f59 = table.Column<string>(type: "text", nullable: true),
                    n60 = table.Column<double>(type: "double precision", nullable: true),
                    f60 = table.Column<string>(type: "text", nullable: true),
                    n61 = table.Column<double>(type: "double precision", nullable: true),
                    f61 = table.Column<string>(type: "text", nullable: true),
                    n62 = table.Column<double>(type: "double precision", nullable: true),
                    f62 = table.Column<string>(type: "text", nullable: true),
                    n63 = table.Column<double>(type: "double precision", nullable: true),
                    f63 = table.Column<string>(type: "text", nullable: true),
                    t0 = table.Column<string>(type: "text", nullable: true),
                    t1 = table.Column<string>(type: "text", nullable: true),
                    t2 = table.Column<string>(type: "text", nullable: true),
                    t3 = table.Column<string>(type: "text", nullable: true),
                    t4 = table.Column<string>(type: "text", nullable: true),
                    t5 = table.Column<string>(type: "text", nullable: true),
                    t6 = table.Column<string>(type: "text", nullable: true),
                    t7 = table.Column<string>(type: "text", nullable: true),
                    t8 = table.Column<string>(type: "text", nullable: true),
                    t9 = table.Column<string>(type: "text", nullable: true),
                    t10 = table.Column<string>(type: "text", nullable: true),
                    t11 = table.Column<string>(type: "text", nullable: true),
                    t12 = table.Column<string>(type: "text", nullable: true),
                    t13 = table.Column<string>(type: "text", nullable: true),
                    t14 = table.Column<string>(type: "text", nullable: true),
                    t15 = table.Column<string>(type: "text", nullable: true),
                    t16 = table.Column<string>(type: "text", nullable: true),
                    t17 = table.Column<string>(type: "text", nullable: true),
                    t18 = table.Column<string>(type: "text", nullable: true),
                    t19 = table.Column<string>(type: "text", nullable: true),
                    t20 = table.Column<string>(type: "text", nullable: true),
                    t21 = table.Column<string>(type: "text", nullable: true),
                    t22 = table.Column<string>(type: "text", nullable: true),
                    t23 = table.Column<string>(type: "text", nullable: true),
                    t24 = table.Column<string>(type: "text", nullable: true),
                    t25 = table.Column<string>(type: "text", nullable: true),
                    t26 = table.Column<string>(type: "text", nullable: true),
                    t27 = table.Column<string>(type: "text", nullable: true),
                    t28 = table.Column<string>(type: "text", nullable: true),
                    t29 = table.Column<string>(type: "text", nullable: true),
                    t30 = table.Column<string>(type: "text", nullable: true),
                    t31 = table.Column<string>(type: "text", nullable: true),
                    t32 = table.Column<string>(type: "text", nullable: true),
                    t33 = table.Column<string>(type: "text", nullable: true),
                    t34 = table.Column<string>(type: "text", nullable: true),
                    t35 = table.Column<string>(type: "text", nullable: true),
                    t36 = table.Column<string>(type: "text", nullable: true),
                    t37 = table.Column<string>(type: "text", nullable: true),
                    t38 = table.Column<string>(type: "text", nullable: true),
                    t39 = table.Column<string>(type: "text", nullable: true),
                    t40 = table.Column<string>(type: "text", nullable: true),
                    t41 = table.Column<string>(type: "text", nullable: true),
                    t42 = table.Column<string>(type: "text", nullable: true),
                    t43 = table.Column<string>(type: "text", nullable: true),
                    t44 = table.Column<string>(type: "text", nullable: true),
                    t45 = table.Column<string>(type: "text", nullable: true),
                    t46 = table.Column<string>(type: "text", nullable: true),
                    t47 = table.Column<string>(type: "text", nullable: true),
                    t48 = table.Column<string>(type: "text", nullable: true),
                    t49 = table.Column<string>(type: "text", nullable: true),
                    t50 = table.Column<string>(type: "text", nullable: true),
                    t51 = table.Column<string>(type: "text", nullable: true),
                    t52 = table.Column<string>(type: "text", nullable: true),
                    t53 = table.Column<string>(type: "text", nullable: true),
                    t54 = table.Column<string>(type: "text", nullable: true),
                    t55 = table.Column<string>(type: "text", nullable: true),
                    t56 = table.Column<string>(type: "text", nullable: true),
                    t57 = table.Column<string>(type: "text", nullable: true),
                    t58 = table.Column<string>(type: "text", nullable: true),
                    t59 = table.Column<string>(type: "text", nullable: true),
                    t60 = table.Column<string>(type: "text", nullable: true),
                    t61 = table.Column<string>(type: "text", nullable: true),
                    t62 = table.Column<string>(type: "text", nullable: true),
                    t63 = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    external_key = table.Column<string>(type: "text", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: true),
                    overflow = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "observations",
                columns: table => new
                {
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<long>(type: "bigint", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    line = table.Column<long>(type: "bigint", nullable: true),
                    true_at = table.Column<long>(type: "bigint", nullable: true),
                    learned_at = table.Column<long>(type: "bigint", nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    locked = table.Column<long>(type: "bigint", nullable: false),
                    field_values = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_observations", x => new { x.lead_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "score_feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_score_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "score_history",
                columns: table => new
                {
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<long>(type: "bigint", nullable: false),
                    band_code = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_score_history", x => new { x.lead_id, x.at });
                });

            migrationBuilder.CreateTable(
                name: "scorecard_draft",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    card = table.Column<string>(type: "text", nullable: false),
                    based_on = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scorecard_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scorecards",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false),
                    card = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scorecards", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    queue = table.Column<string>(type: "text", nullable: false),
                    from_id = table.Column<long>(type: "bigint", nullable: false),
                    to_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "counters",
                columns: new[] { "name", "value" },
                values: new object[,]
                {
                    { "companies", 0L },
                    { "leads", 0L }
                });

            migrationBuilder.InsertData(
                table: "field_options",
                columns: new[] { "code", "field_id", "folded", "label" },
                values: new object[,]
                {
                    { 1, 15, "new", "New" },
                    { 2, 15, "contacted", "Contacted" },
                    { 3, 15, "qualified", "Qualified" },
                    { 4, 15, "proposal", "Proposal" },
                    { 5, 15, "customer", "Customer" },
                    { 6, 15, "disqualified", "Disqualified" },
                    { 1, 18, "won", "Won" },
                    { 2, 18, "lost", "Lost" }
                });

            migrationBuilder.InsertData(
                table: "fields",
                columns: new[] { "id", "column", "created_at", "created_by", "is_standard", "key", "label", "policy", "position", "type" },
                values: new object[,]
                {
                    { 1, "email", 0L, "LeadStudio", true, "email", "E-mail", "NewestWins", 0, "Text" },
                    { 2, "external_id", 0L, "LeadStudio", true, "externalId", "External id", "NewestWins", 1, "Text" },
                    { 3, "t0", 0L, "LeadStudio", true, "firstName", "First name", "NewestWins", 2, "Text" },
                    { 4, "t1", 0L, "LeadStudio", true, "lastName", "Last name", "NewestWins", 3, "Text" },
                    { 5, "t2", 0L, "LeadStudio", true, "company", "Company", "NewestWins", 4, "Text" },
                    { 6, "t3", 0L, "LeadStudio", true, "domain", "Domain", "NewestWins", 5, "Text" },
                    { 7, "t4", 0L, "LeadStudio", true, "title", "Job title", "NewestWins", 6, "Text" },
                    { 8, "t5", 0L, "LeadStudio", true, "phone", "Phone", "NewestWins", 7, "Text" },
                    { 9, "n0", 0L, "LeadStudio", true, "country", "Country", "NewestWins", 8, "Choice" },
                    { 10, "t6", 0L, "LeadStudio", true, "city", "City", "NewestWins", 9, "Text" },
                    { 11, "n1", 0L, "LeadStudio", true, "industry", "Industry", "NewestWins", 10, "Choice" },
                    { 12, "n2", 0L, "LeadStudio", true, "employees", "Employees", "NewestWins", 11, "Number" },
                    { 13, "t7", 0L, "LeadStudio", true, "website", "Website", "NewestWins", 12, "Text" },
                    { 14, "n3", 0L, "LeadStudio", true, "source", "Source", "NewestWins", 13, "Choice" },
                    { 15, "n4", 0L, "LeadStudio", true, "stage", "Stage", "LockedByPerson", 14, "Choice" },
                    { 16, "t8", 0L, "LeadStudio", true, "owner", "Owner", "LockedByPerson", 15, "Text" },
                    { 17, "t9", 0L, "LeadStudio", true, "tags", "Tags", "LockedByPerson", 16, "MultiChoice" },
                    { 18, "outcome", 0L, "LeadStudio", true, "outcome", "Outcome", "NewestWins", 17, "Choice" },
                    { 19, "outcome_at", 0L, "LeadStudio", true, "outcomeAt", "Outcome at", "NewestWins", 18, "Date" },
                    { 20, "outcome_value", 0L, "LeadStudio", true, "outcomeValue", "Outcome value", "NewestWins", 19, "Number" },
                    { 21, "created_at", 0L, "LeadStudio", true, "createdAt", "Created", "FillIfEmpty", 20, "Date" },
                    { 22, "updated_at", 0L, "LeadStudio", true, "updatedAt", "Updated", "NewestWins", 21, "Date" },
                    { 23, "last_seen_at", 0L, "LeadStudio", true, "lastSeenAt", "Last seen", "NewestWins", 22, "Date" }
                });

            migrationBuilder.InsertData(
                table: "sources",
                columns: new[] { "id", "name", "priority" },
                values: new object[,]
                {
                    { 1, "People", 0 },
                    { 2, "Imported files", 100 },
                    { 3, "Demo data", 200 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_companies_domain",
                table: "companies",
                column: "domain",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_companies_name_key",
                table: "companies",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "IX_field_options_field_id_folded",
                table: "field_options",
                columns: new[] { "field_id", "folded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fields_key",
                table: "fields",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_standings_is_open_score_lead_id",
                table: "lead_standings",
                columns: new[] { "is_open", "score", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_standings_next_change_at",
                table: "lead_standings",
                column: "next_change_at",
                filter: "next_change_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_leads_company_id",
                table: "leads",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_leads_email_key",
                table: "leads",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_leads_external_key",
                table: "leads",
                column: "external_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_score_feedback_lead_id",
                table: "score_feedback",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "IX_sources_name",
                table: "sources",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_items_queue_id",
                table: "work_items",
                columns: new[] { "queue", "id" });

            migrationBuilder.Sql("create index ix_leads_search on leads using gin (to_tsvector('simple', coalesce(search_text, '')));");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "companies");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "field_options");

            migrationBuilder.DropTable(
                name: "fields");

            migrationBuilder.DropTable(
                name: "import_rejects");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "lead_standings");

            migrationBuilder.DropTable(
                name: "leads");

            migrationBuilder.DropTable(
                name: "observations");

            migrationBuilder.DropTable(
                name: "score_feedback");

            migrationBuilder.DropTable(
                name: "score_history");

            migrationBuilder.DropTable(
                name: "scorecard_draft");

            migrationBuilder.DropTable(
                name: "scorecards");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "work_items");
        }
    }
}
