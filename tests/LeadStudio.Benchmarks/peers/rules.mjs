// Scores leads with json-logic-engine: all rules built into one function, as its documentation advises.
// node rules.mjs RULES LEADS: answers each line of input with one measured pass as a line of JSON.
import fs from 'node:fs';
import readline from 'node:readline';
import { LogicEngine } from 'json-logic-engine';

const { asOf, rules } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const leads = fs.readFileSync(process.argv[3], 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

const field = (name) => ({ var: name });
const predicates = {
  eq: (f, v) => ({ '===': [field(f), v] }),
  neq: (f, v) => ({ '!==': [field(f), v] }),
  gte: (f, v) => ({ '>=': [field(f), v] }),
  gt: (f, v) => ({ '>': [field(f), v] }),
  lt: (f, v) => ({ '<': [field(f), v] }),
  in: (f, v) => ({ in: [field(f), v] }),
  contains: (f, v) => ({ in: [v, field(f)] }),
  missing: (f) => ({ '===': [field(f), null] }),
  withinDays: (f, v) => ({ '<=': [{ '-': [asOf, field(f)] }, v * 86400] }),
};
const toLogic = (rule) => {
  const parts = (rule.all ?? rule.any).map(({ f, op, v }) => predicates[op](f, v));
  return parts.length === 1 ? parts[0] : { [rule.all ? 'and' : 'or']: parts };
};
const score = new LogicEngine().build({ '+': rules.map((rule) => ({ if: [toLogic(rule), rule.points, 0] })) });

for await (const _ of readline.createInterface({ input: process.stdin })) {
  let sum = 0;
  let hash = 0;
  const start = process.cpuUsage();
  for (const lead of leads) {
    const points = score(lead);
    sum += points;
    hash = (Math.imul(hash, 31) + points) | 0;
  }
  const { user, system } = process.cpuUsage(start);
  console.log(JSON.stringify({ leads: leads.length, cpuSeconds: (user + system) / 1e6, sum, hash }));
}
