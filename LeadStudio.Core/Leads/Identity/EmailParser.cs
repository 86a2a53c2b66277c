using System.Text;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>Walks through the text of an e-mail address.</summary>
/// <remarks>
/// The automaton of isemail 3.04 (D. Sayers, BSD-3-Clause, https://github.com/dominicsayers/isemail), with the same contexts and order of tests,
/// so that it gives the same diagnoses; written anew for C#.
/// </remarks>
internal ref partial struct EmailParser
{
    private const int MostNested = 32;
    private readonly ReadOnlySpan<char> _text;
    private Context[]? _outer;
    private int _depth;
    private Context _context = Context.Local;
    private Context _prior = Context.Local;
    private EmailDiagnosis _worst = EmailDiagnosis.Valid;
    private StringBuilder? _literal;
    private int _at; // the character that is looked at
    private int _labels; // finished parts of the local part or domain
    private int _label; // characters of the present one
    private int _local;
    private int _domain;
    private char _top; // the first character of the domain's last part
    private bool _endsWithHyphen;
    private bool _mustEnd;
    private char _last;
    private int _lineBreaks;

    public EmailParser(ReadOnlySpan<char> text) => _text = text;

    private enum Context
    {
        Local,
        Domain,
        Literal,
        Comment,
        Space,
        Quotes,
        Backslash,
    }

    public EmailDiagnosis Parse()
    {
        var token = '\0';
        for (_at = 0; _at < _text.Length && _worst < EmailDiagnosis.ExpectingLiteralText; _at++)
        {
            token = _text[_at];
            switch (_context)
            {
                case Context.Local: TakeLocal(token); break;
                case Context.Domain: TakeDomain(token); break;
                case Context.Literal: TakeLiteral(token); break;
                case Context.Quotes: TakeQuoted(token); break;
                case Context.Backslash: TakeEscaped(token); break;
                case Context.Comment: TakeComment(token); break;
                default: TakeSpace(token); break;
            }
        }

        if (_worst < EmailDiagnosis.ExpectingLiteralText)
        {
            Note(AtEnd(token));
        }

        if (_worst == EmailDiagnosis.Valid)
        {
            Note(_labels == 0 ? EmailDiagnosis.TopLevelOnly : EmailDiagnosis.Valid);
            Note(char.IsAsciiDigit(_top) ? EmailDiagnosis.NumericTopLevel : EmailDiagnosis.Valid);
        }

        return _worst;
    }

    private readonly EmailDiagnosis AtEnd(char token) => _context switch
    {
        Context.Quotes => EmailDiagnosis.UnclosedQuotes,
        Context.Backslash => EmailDiagnosis.BackslashAtEnd,
        Context.Comment => EmailDiagnosis.UnclosedComment,
        Context.Literal => EmailDiagnosis.UnclosedLiteral,
        _ when token == '\r' => EmailDiagnosis.LineBreakAtEnd,
        _ when _domain == 0 => EmailDiagnosis.NoDomain,
        _ when _label == 0 => EmailDiagnosis.DotAtEnd,
        _ when _endsWithHyphen => EmailDiagnosis.HyphenAtEnd,
        _ when _domain > 255 => EmailDiagnosis.DomainTooLong,
        _ when _local + 1 + _domain > 254 => EmailDiagnosis.TooLong,
        _ when _label > 63 => EmailDiagnosis.LabelTooLong,
        _ => EmailDiagnosis.Valid,
    };

    private void Note(EmailDiagnosis diagnosis) => _worst = diagnosis > _worst ? diagnosis : _worst;

    private void Enter(Context context)
    {
        if (_depth == MostNested)
        {
            Note(EmailDiagnosis.ExpectingCommentText); // isemail takes comments of any depth; nobody writes them
            return;
        }

        (_outer ??= new Context[MostNested])[_depth++] = _context;
        _context = context;
    }

    private void Leave()
    {
        _prior = _context;
        _context = _outer![--_depth];
    }

    private void Append()
    {
        _label++;
        if (_context is Context.Local or Context.Quotes)
        {
            _local++;
        }
        else
        {
            _domain++;
        }
    }

    // A line break is two characters; the second is passed over.
    private void EnterSpace(char token, EmailDiagnosis diagnosis)
    {
        if (token == '\r' && !TakeLineFeed())
        {
            return;
        }

        Note(diagnosis);
        Enter(Context.Space);
        _last = token;
    }

    private bool TakeLineFeed()
    {
        _at++;
        var isPair = _at < _text.Length && _text[_at] == '\n';
        Note(isPair ? EmailDiagnosis.Valid : EmailDiagnosis.LoneCarriageReturn);
        return isPair;
    }

    private void TakeSpace(char token)
    {
        if (_last == '\r')
        {
            if (token == '\r')
            {
                Note(EmailDiagnosis.TwoLineBreaks);
                return;
            }

            Note(++_lineBreaks > 1 ? EmailDiagnosis.DeprecatedSpace : EmailDiagnosis.Valid);
        }

        if (token == '\r')
        {
            TakeLineFeed();
        }
        else if (token is not (' ' or '\t'))
        {
            Note(_last == '\r' ? EmailDiagnosis.LineBreakAtEnd : EmailDiagnosis.Valid);
            _lineBreaks = 0;
            Leave();
            _at--; // the context around it looks at this character again
        }

        _last = token;
    }
}
