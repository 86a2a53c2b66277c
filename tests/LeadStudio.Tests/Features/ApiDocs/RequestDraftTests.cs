using LeadStudio.Features.ApiDocs;

namespace LeadStudio.Tests.Features.ApiDocs;

public sealed class RequestDraftTests
{
    private static readonly ApiParameter s_id = new("id", "path", IsRequired: true, "", "digits");
    private static readonly ApiParameter s_filter = new("filter", "query", IsRequired: false, "", "text");
    private static readonly ApiParameter s_version = new("If-Match", "header", IsRequired: false, "", "text");

    [Fact]
    public void Address_OfWhatWasFilledIn_EscapesItAndLeavesTheRestOut()
    {
        var draft = new RequestDraft(Operation("GET", "/api/v1/leads/{id}/notes", s_id, s_filter, s_version)) { ["id"] = " 1/2 ", ["filter"] = "title is \"A & B\"" };

        Assert.Equal("api/v1/leads/1%2F2/notes?filter=title%20is%20%22A%20%26%20B%22", draft.Address);
        Assert.Empty(draft.Headers);
        Assert.Null(draft.Missing);
    }

    [Fact]
    public void Missing_WithoutWhatTheAddressNeeds_NamesIt()
    {
        var draft = new RequestDraft(Operation("GET", "/api/v1/leads/{id}", s_id)) { ["id"] = "  " };

        Assert.Equal("id", draft.Missing);
    }

    [Fact]
    public void ToCurl_OfAChange_HasHeadersAndABodyThatAShellLeavesAsItIs()
    {
        var draft = new RequestDraft(Operation("PATCH", "/api/v1/leads/{id}", s_id, s_version) with { Body = new("application/json", """{"title":"Head of O'Neill"}""", []) })
        {
            ["id"] = "7",
            ["If-Match"] = "\"3\"",
        };

        Assert.Equal(
            """
            curl 'https://example.com/api/v1/leads/7' \
              -X PATCH \
              -H "Authorization: Bearer $KEY" \
              -H 'If-Match: "3"' \
              -H 'Content-Type: application/json' \
              -d '{"title":"Head of O'\''Neill"}'
            """.ReplaceLineEndings("\n"),
            draft.ToCurl("https://example.com/"));
    }

    [Fact]
    public void ToCurl_OfAFile_SendsItAsAForm()
    {
        var draft = new RequestDraft(Operation("POST", "/api/v1/imports") with { Body = new("multipart/form-data", "Email\nann@example.com\n", []) });

        var command = draft.ToCurl("http://localhost:5080/");

        Assert.EndsWith("-F 'file=@leads.csv'", command, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Type", command, StringComparison.Ordinal);
    }

    private static ApiOperation Operation(string method, string path, params ApiParameter[] parameters) => new("one", method, path, "One", "One.", parameters, Body: null, Answer: null, Changes: method != "GET");
}
