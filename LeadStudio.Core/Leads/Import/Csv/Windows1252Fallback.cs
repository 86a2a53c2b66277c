using System.Text;

namespace LeadStudio.Core.Leads.Import.Csv;

/// <summary>Reads bytes that are no UTF-8 as Windows-1252.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    public override bool Equals(object? obj) => obj is Windows1252Fallback;

    public override int GetHashCode() => 1252;

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_text, _next) = (CsvEncodings.Windows1252.GetString(bytesUnknown), 0);
            return _text.Length > 0;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
