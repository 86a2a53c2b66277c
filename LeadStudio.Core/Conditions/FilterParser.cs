using LeadStudio.Core.Common;

namespace LeadStudio.Core.Conditions;

/// <summary>Reads the text form by recursive descent: or, below it and, below it not, below it predicates and parentheses.</summary>
internal sealed class FilterParser(List<FilterToken> tokens)
{
    private static readonly (string[] Words, OperatorDescription Form)[] s_operators =
    [
        .. Operators.All.Select(form => (form.Text.Split(' '), form)).OrderByDescending(item => item.Item1.Length),
        (["="], Operators.Describe(Operator.Is)),
        (["!="], Operators.Describe(Operator.IsNot)),
    ];

    private int _at;
    private int _predicates;

    private FilterToken Current => tokens[_at];

    public Condition Parse()
    {
        var condition = ParseOr(1);
        if (Current.Kind is not FilterTokenKind.End)
        {
            throw Expected("'and', 'or' or the end");
        }

        return ConditionTree.Depth(condition) <= ConditionLimits.Depth ? condition : throw TooDeep(0);
    }

    private Condition ParseOr(int depth) => ParseChain(depth, "or", ParseAnd, items => new AnyCondition(items));

    private Condition ParseAnd(int depth) => ParseChain(depth, "and", ParseNot, items => new AllCondition(items));

    private Condition ParseChain(int depth, string keyword, Func<int, Condition> parseItem, Func<ValueList<Condition>, Condition> join)
    {
        var first = parseItem(depth);
        if (!Current.Is(keyword))
        {
            return first;
        }

        List<Condition> items = [first];
        while (TryTake(keyword))
        {
            items.Add(parseItem(depth));
        }

        return join(ValueList.From(items));
    }

    private Condition ParseNot(int depth)
    {
        // Guards the stack; the tree itself, in which parentheses leave no level, is measured when it is complete.
        if (depth > ConditionLimits.Depth * 2)
        {
            throw TooDeep(Current.Column);
        }

        if (TryTake("not"))
        {
            return new NotCondition(ParseNot(depth + 1));
        }

        if (TryTake("("))
        {
            var inner = ParseOr(depth + 1);
            Take(")", "')', 'and' or 'or'");
            return inner;
        }

        var isGroup = _at + 1 < tokens.Count && tokens[_at + 1].Is("(");
        if (isGroup && TryTake("all"))
        {
            return new AllCondition(ParseItems(depth));
        }

        return isGroup && TryTake("any") ? new AnyCondition(ParseItems(depth)) : ParsePredicate();
    }

    private ValueList<Condition> ParseItems(int depth)
    {
        Take("(", "'('");
        List<Condition> items = [];
        while (!Current.Is(")"))
        {
            if (items.Count > 0)
            {
                Take(",", "',' or ')'");
            }

            items.Add(ParseOr(depth + 1));
        }

        Take(")", "')'");
        return ValueList.From(items);
    }

    private Predicate ParsePredicate()
    {
        if (++_predicates > ConditionLimits.Predicates)
        {
            throw new FilterSyntaxException(Current.Column, $"The filter has more than {ConditionLimits.Predicates} comparisons; split it.");
        }

        var field = Current;
        if (field.Kind is not FilterTokenKind.QuotedField && (field.Kind is not FilterTokenKind.Word || FilterLexer.IsKeyword(field.Text)))
        {
            throw Expected("the name of a field, such as country");
        }

        _at++;
        var form = ParseOperator(field.Text);
        return new Predicate(field.Text, form.Operator, ParseOperands(form.Shape));
    }

    private OperatorDescription ParseOperator(string field)
    {
        foreach (var (words, form) in s_operators)
        {
            if (_at + words.Length < tokens.Count && words.Index().All(word => tokens[_at + word.Index].Is(word.Item)))
            {
                _at += words.Length;
                return form;
            }
        }

        throw Expected($"an operator after {field}, such as is, is not, in, contains, >= or in last");
    }

    private ValueList<Operand> ParseOperands(OperandShape shape) => shape switch
    {
        OperandShape.None => [],
        OperandShape.One => [ParseOperand()],
        OperandShape.Two => ParseTwo(),
        OperandShape.Many => ParseMany(),
        OperandShape.Days => ParseDays(),
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private ValueList<Operand> ParseTwo()
    {
        var lower = ParseOperand();
        Take("and", "'and' and the upper value");
        return [lower, ParseOperand()];
    }

    private ValueList<Operand> ParseMany()
    {
        Take("(", "'(' and a list of values");
        List<Operand> values = [ParseOperand()];
        while (TryTake(","))
        {
            values.Add(ParseOperand());
        }

        Take(")", "',' or ')'");
        return values.Count <= ConditionLimits.Operands
            ? ValueList.From(values)
            : throw new FilterSyntaxException(Current.Column, $"The list has more than {ConditionLimits.Operands} values; shorten it.");
    }

    private ValueList<Operand> ParseDays()
    {
        if (Current.Kind is not FilterTokenKind.Number)
        {
            throw Expected("a number of days");
        }

        var days = ParseOperand();
        return TryTake("days") || TryTake("day") ? [days] : throw Expected("'days'");
    }

    private Operand ParseOperand()
    {
        var token = Current;
        Operand operand = token.Kind switch
        {
            FilterTokenKind.QuotedText => token.Text,
            FilterTokenKind.Number when FilterLexer.TryReadNumber(token.Text, out var number) => number,
            FilterTokenKind.Word when bool.TryParse(token.Text, out var truth) => truth,
            FilterTokenKind.Word when !FilterLexer.IsKeyword(token.Text) => token.Text,
            FilterTokenKind.Word => throw Expected($"a value; a text that is a keyword goes in quotes: \"{token.Text}\""),
            _ => throw Expected("a value: a word, a number, true, false or a text in quotes"),
        };
        _at++;
        return operand;
    }

    private bool TryTake(string keyword)
    {
        var found = Current.Is(keyword);
        _at += found ? 1 : 0;
        return found;
    }

    private void Take(string keyword, string expected)
    {
        if (!TryTake(keyword))
        {
            throw Expected(expected);
        }
    }

    private static FilterSyntaxException TooDeep(int column) =>
        new(column, $"The filter is nested deeper than {ConditionLimits.Depth} levels; flatten it.");

    private FilterSyntaxException Expected(string what)
    {
        var found = Current.Kind is FilterTokenKind.End ? "the filter ends" : $"found '{Current.Text}'";
        return new FilterSyntaxException(Current.Column, $"Expected {what}, but {found}.");
    }
}
