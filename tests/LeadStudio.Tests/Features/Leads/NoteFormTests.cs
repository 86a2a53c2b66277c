using Bunit;
using LeadStudio.Components.Toasts;
using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Leads.Notes;
using LeadStudio.Features.Leads.Detail;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LeadStudio.Tests.Features.Leads;

public sealed class NoteFormTests : BunitContext
{
    [Fact]
    public void Keys_ControlAndEnter_AddTheNoteOnce()
    {
        var notes = new FakeNotes();
        Services.AddMe();
        Services.AddSingleton<ILeadNotes>(notes).AddSingleton<IToasts>(new ToastQueue(TimeProvider.System));
        var form = Render<NoteForm>(parameters => parameters.Add(f => f.LeadId, 7));
        void Press(KeyboardEventArgs key) => form.Find("textarea").KeyDown(key);

        Press(new KeyboardEventArgs { Key = "Enter", CtrlKey = true });
        form.Find("textarea").Input("Called.");
        Press(new KeyboardEventArgs { Key = "Enter" });
        Press(new KeyboardEventArgs { Key = "Enter", CtrlKey = true });

        Assert.Equal(["7: Called."], notes.Added);
        Assert.Empty(form.FindAll("button"));
    }

    private sealed class FakeNotes : ILeadNotes
    {
        public List<string> Added { get; } = [];

        public Task<IReadOnlyList<LeadNote>> ListAsync(long leadId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<LeadNote>> AddAsync(long leadId, string text, Actor by, CancellationToken cancellationToken = default)
        {
            Added.Add($"{leadId}: {text}");
            return Task.FromResult<Result<LeadNote>>(new LeadNote { LeadId = leadId, Text = text, By = by.Name });
        }

        public Task<Result<LeadNote>> EditAsync(long id, string text, Actor by, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<LeadNote>> SetDeletedAsync(long id, bool isDeleted, Actor by, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
