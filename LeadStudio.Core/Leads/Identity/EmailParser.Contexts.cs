using System.Buffers;
using System.Text;

namespace LeadStudio.Core.Leads.Identity;

/// <summary>What may stand in each part of an address.</summary>
internal ref partial struct EmailParser
{
    private static readonly SearchValues<char> s_specials = SearchValues.Create("()<>[]:;@\\,.\"");

    private void TakeLocal(char token)
    {
        switch (token)
        {
            case '(':
                Note(_label > 0 || _labels == 0 ? EmailDiagnosis.Comment : EmailDiagnosis.DeprecatedComment);
                _mustEnd |= _label > 0;
                Enter(Context.Comment);
                break;
            case '.':
                Note(_label > 0 && _mustEnd ? EmailDiagnosis.DeprecatedLocalPart : EmailDiagnosis.Valid);
                TakeDot();
                _local++;
                break;
            case '"' when _label == 0:
                Note(_labels == 0 ? EmailDiagnosis.QuotedString : EmailDiagnosis.DeprecatedLocalPart);
                Append();
                _mustEnd = true;
                Enter(Context.Quotes);
                break;
            case '"':
                Note(EmailDiagnosis.ExpectingAtom);
                break;
            case '\r' or ' ' or '\t':
                var diagnosis = _label > 0 ? EmailDiagnosis.Valid : _labels == 0 ? EmailDiagnosis.FoldingSpace : EmailDiagnosis.DeprecatedSpace;
                _mustEnd |= _label > 0;
                EnterSpace(token, diagnosis);
                break;
            case '@':
                Note(_local == 0 ? EmailDiagnosis.NoLocalPart
                    : _label == 0 ? EmailDiagnosis.DotAtEnd
                    : _local > 64 ? EmailDiagnosis.LocalTooLong
                    : _prior is Context.Comment or Context.Space ? EmailDiagnosis.DeprecatedNearAt
                    : EmailDiagnosis.Valid);
                (_context, _depth, _labels, _label, _mustEnd) = (Context.Domain, 0, 0, 0, false);
                break;
            default:
                TakeAtom(token, _prior == Context.Quotes ? EmailDiagnosis.TextAfterQuotes : EmailDiagnosis.TextAfterSpace);
                break;
        }
    }

    private void TakeDomain(char token)
    {
        switch (token)
        {
            case '(':
                Note(_label > 0 ? EmailDiagnosis.Comment : _labels == 0 ? EmailDiagnosis.DeprecatedNearAt : EmailDiagnosis.DeprecatedComment);
                _mustEnd |= _label > 0;
                Enter(Context.Comment);
                break;
            case '.':
                Note(_label > 0 && _endsWithHyphen ? EmailDiagnosis.HyphenAtEnd : _label > 63 ? EmailDiagnosis.LabelTooLong : EmailDiagnosis.Valid);
                TakeDot();
                _domain++;
                break;
            case '[' when _domain == 0:
                _mustEnd = true;
                Append();
                Enter(Context.Literal);
                _literal = new StringBuilder();
                break;
            case '\r' or ' ' or '\t':
                var diagnosis = _label > 0 ? EmailDiagnosis.FoldingSpace : _labels == 0 ? EmailDiagnosis.DeprecatedNearAt : EmailDiagnosis.DeprecatedSpace;
                _mustEnd |= _label > 0;
                EnterSpace(token, diagnosis);
                break;
            default:
                _endsWithHyphen = token == '-';
                _top = _label == 0 ? token : _top;
                Note(token == '-' ? _label == 0 ? EmailDiagnosis.HyphenAtStart : EmailDiagnosis.Valid
                    : char.IsAsciiLetterOrDigit(token) ? EmailDiagnosis.Valid : EmailDiagnosis.DomainCharacter);
                TakeAtom(token, _prior == Context.Literal ? EmailDiagnosis.TextAfterLiteral : EmailDiagnosis.TextAfterSpace);
                break;
        }
    }

    private void TakeDot()
    {
        Note(_label > 0 ? EmailDiagnosis.Valid : _labels == 0 ? EmailDiagnosis.DotAtStart : EmailDiagnosis.ConsecutiveDots);
        _mustEnd = false;
        _label = 0;
        _labels++;
    }

    private void TakeAtom(char token, EmailDiagnosis afterEnd)
    {
        if (_mustEnd)
        {
            Note(afterEnd);
            return;
        }

        _prior = _context;
        Note(token is < '!' or > '~' || s_specials.Contains(token) ? EmailDiagnosis.ExpectingAtom : EmailDiagnosis.Valid);
        Append();
    }

    private void TakeLiteral(char token)
    {
        switch (token)
        {
            case ']':
                Note(_worst < EmailDiagnosis.DeprecatedLocalPart ? EmailLiteral.Diagnose(_literal!.ToString()) : EmailDiagnosis.DomainLiteral);
                Append();
                Leave();
                break;
            case '\\':
                Note(EmailDiagnosis.ObsoleteLiteralText);
                Enter(Context.Backslash);
                break;
            case '\r' or ' ' or '\t':
                EnterSpace(token, EmailDiagnosis.FoldingSpace);
                break;
            default:
                Note(token is '\0' or '[' or > '\u007F' ? EmailDiagnosis.ExpectingLiteralText
                    : token is < '!' or '\u007F' ? EmailDiagnosis.ObsoleteLiteralText : EmailDiagnosis.Valid);
                _literal!.Append(token);
                Append();
                break;
        }
    }

    private void TakeQuoted(char token)
    {
        switch (token)
        {
            case '\\':
                Enter(Context.Backslash);
                break;
            case '\r' or '\t':
                EnterSpace(token, EmailDiagnosis.FoldingSpace);
                (_label, _local) = (_label + 1, _local + 1);
                break;
            case '"':
                Append();
                Leave();
                break;
            default:
                Note(token is '\0' or '\n' or > '\u007F' ? EmailDiagnosis.ExpectingQuotedText
                    : token is < ' ' or '\u007F' ? EmailDiagnosis.DeprecatedQuotedText : EmailDiagnosis.Valid);
                Append();
                break;
        }
    }

    private void TakeEscaped(char token)
    {
        Note(token > '\u007F' ? EmailDiagnosis.ExpectingQuotedPair
            : token is (< '\u001F' and not '\t') or '\u007F' ? EmailDiagnosis.DeprecatedQuotedPair : EmailDiagnosis.Valid);
        Leave();
        if (_context != Context.Comment)
        {
            Append();
            Append();
        }
    }

    private void TakeComment(char token)
    {
        switch (token)
        {
            case '(':
                Enter(Context.Comment);
                break;
            case ')':
                Leave();
                break;
            case '\\':
                Enter(Context.Backslash);
                break;
            case '\r' or ' ' or '\t':
                EnterSpace(token, EmailDiagnosis.FoldingSpace);
                break;
            default:
                Note(token is '\0' or '\n' or > '\u007F' ? EmailDiagnosis.ExpectingCommentText
                    : token is < ' ' or '\u007F' ? EmailDiagnosis.DeprecatedCommentText : EmailDiagnosis.Valid);
                break;
        }
    }
}
