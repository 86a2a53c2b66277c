using LeadStudio.Core.Leads.Fields;
using LeadStudio.Core.Leads.Storage;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Leads.Recording;

/// <summary>A batch with all that can be made ready without the database, so that its transaction is short.</summary>
/// <remarks>Made by <see cref="ILeadRecorder.Prepare"/>; holds memory outside the garbage collector until it is disposed.</remarks>
public sealed class PreparedBatch : IDisposable
{
    private readonly RowBuffer _columns;
    private readonly RowBuffer _observations;
    private readonly RowBuffer _words;

    private PreparedBatch(ObservationBatch batch)
    {
        (Batch, Columns) = (batch, new LeadColumns(batch));
        Identities = new RowIdentity[batch.Rows.Count];
        Said = new ObservedValues?[batch.Rows.Count];
        _columns = new RowBuffer(batch.Rows.Count, Columns.CellsPerRow);
        _observations = new RowBuffer(batch.Rows.Count, 1);
        _words = new RowBuffer(batch.Rows.Count, 1);
    }

    /// <summary>Gets the batch.</summary>
    internal ObservationBatch Batch { get; }

    /// <summary>Gets the columns of <c>leads</c> that its values go into.</summary>
    internal LeadColumns Columns { get; }

    /// <summary>Gets by what the lead of each row is found.</summary>
    internal RowIdentity[] Identities { get; }

    /// <summary>Gets what each row said; null where the row is refused.</summary>
    internal ObservedValues?[] Said { get; }

    /// <summary>Makes a batch ready.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The same, ready to be written.</returns>
    internal static PreparedBatch Of(ObservationBatch batch)
    {
        var prepared = new PreparedBatch(batch);
        try
        {
            prepared.Fill();
            return prepared;
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    /// <summary>Writes the values of a lead that is new, and was spoken of by this row alone.</summary>
    internal void CopyColumns(ObservedValues said, IRowWriter rows) => _columns.CopyTo(said.Row, rows);

    /// <summary>Writes the values of an observation as JSON.</summary>
    internal void CopyObservation(ObservedValues said, IRowWriter rows) => _observations.CopyTo(said.Row, rows);

    /// <summary>Writes the words by which such a lead is found.</summary>
    internal void CopyWords(ObservedValues said, IRowWriter rows) => _words.CopyTo(said.Row, rows);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _columns.Dispose();
        _observations.Dispose();
        _words.Dispose();
    }

    private void Fill()
    {
        var (email, external) = (Batch.ColumnOf(StandardFields.Email), Batch.ColumnOf(StandardFields.ExternalId));
        var persons = new PersonColumns(Batch);
        var said = new SaidFields(Batch);
        var words = new LeadWords(Batch.Catalog);
        using var json = new FieldValuesJson();
        for (var row = 0; row < Said.Length; row++)
        {
            var identity = RowIdentity.Of(Batch.Rows[row], email, external, persons.KeyOf(Batch.Rows[row]), Batch.TakesUnidentified);
            Identities[row] = identity;
            if (identity.Problem is null)
            {
                var values = said.By(row, identity);
                Said[row] = values;
                Columns.Write(_columns, values, Batch.Rows[row].LearnedAt ?? Batch.LearnedAt);
                _observations.WriteUtf8(json.Write(values));
                _words.Write(words.Of(values));
            }

            _columns.EndRow();
            _observations.EndRow();
            _words.EndRow();
        }
    }
}
