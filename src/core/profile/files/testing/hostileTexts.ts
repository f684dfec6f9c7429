/** Documents, profiles, traces and tables that somebody damaged: in their text, or in what the text says. Same seed, same texts. */
import { readFileSync } from 'node:fs';
import type { Random } from '../../../random';
import { presets } from '../../../scenario/presets/presets';
import { exampleScenario } from '../../../scenario/testing/exampleScenario';
import { goldenVersion1 } from '../../../scenario/testing/goldenVersion1';
import { importedExample } from '../../../scenario/testing/importedExample';
import { profileToCsv } from '../profileCsv';
import { writeProfileFile } from '../profileFile';
import { sampleDetails, sampleNames, sampleProfile, sampleWorkload } from './sampleProfile';

const trace = (name: string): string => readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8');
const profileFile = writeProfileFile({
  profiles: [sampleProfile],
  details: { [sampleProfile.id]: sampleDetails },
  workload: sampleWorkload,
});

const victims: readonly string[] = [
  JSON.stringify(exampleScenario()),
  JSON.stringify({ ...exampleScenario(), workload: importedExample, profiles: [] }),
  JSON.stringify(goldenVersion1),
  ...presets.map(({ scenario }) => JSON.stringify(scenario)),
  profileFile,
  profileFile,
  trace('resnet18Blocked'),
  trace('resnet18Nameless'),
  profileToCsv(sampleProfile, sampleNames),
  'name,time_ms,bytes_out,weight_bytes\nconv,1.5,1000,36\n"re, lu",0.25,500,0\nhead,2,4,100',
];

/** Worth more than characters at random: what parsers and spreadsheets take for something. */
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    '\r',
    '\t',
    ';',
    '=',
    '-',
    '.',
    '\u0000',
    '\ud800',
    '\u2028',
  ],
  ...[
    '1e999',
    '-0',
    '1e-999',
    '9007199254740993',
    'NaN',
    'null',
    'true',
    '""',
    '\\u0000',
    '\\ud800',
    '\ufeff',
  ],
  ...['"__proto__":{"x":1},', '"constructor":1,', '[['.repeat(2000), '{"a":'.repeat(2000), '9'.repeat(5000)],
];

/** What a field may hold that nobody expects there. */
const values: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -0,
    -1,
    0.5,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    '',
    ' ',
    'x'.repeat(1000),
    '\u0000',
    '\ud800',
  ],
  ...['__proto__', 'constructor', [], {}, [[]], [null], { seconds: 0 }, { kind: 'custom' }],
];

/** One of the texts, damaged in one to six places. */
export function damagedText(random: Random): string {
  const pick = (below: number): number => Math.floor(random.next() * below);
  const text = victims[pick(victims.length)]!;
  const isJson = text.startsWith('{') || text.startsWith('[');
  return isJson && pick(2) === 0 ? damageValue(text, pick) : damageCharacters(text, pick);
}

function damageCharacters(text: string, pick: (below: number) => number): string {
  let damaged = text;
  for (let times = 1 + pick(6); times > 0; times -= 1) {
    const at = pick(damaged.length + 1);
    const to = Math.min(damaged.length, at + 1 + pick(500));
    switch (pick(5)) {
      case 0:
        damaged = damaged.slice(0, at);
        break;
      case 1:
        damaged = damaged.slice(0, at) + damaged.slice(to);
        break;
      case 2:
        damaged = damaged.slice(0, to) + damaged.slice(at);
        break;
      case 3:
        damaged = damaged.slice(0, at) + pieces[pick(pieces.length)]! + damaged.slice(at);
        break;
      default:
        damaged = damaged.slice(0, at) + pieces[pick(pieces.length)]! + damaged.slice(at + 1);
    }
  }
  return damaged;
}

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Still JSON: fields are changed, removed, doubled or moved somewhere else. */
function damageValue(text: string, pick: (below: number) => number): string {
  const root = JSON.parse(text) as Container;
  for (let times = 1 + pick(6); times > 0; times -= 1) {
    let holder = root;
    // Deep fields are as likely as those near the top.
    for (let depth = pick(8); depth > 0; depth -= 1) {
      const inner = Object.values(holder).filter(isContainer);
      if (inner.length === 0) break;
      holder = inner[pick(inner.length)]!;
    }
    damageField(holder, pick);
  }
  return JSON.stringify(root);
}

function damageField(holder: Container, pick: (below: number) => number): void {
  const keys = Object.keys(holder);
  const key = keys[pick(keys.length)];
  if (key === undefined) return;
  const fields = holder as Record<string, unknown>;
  const old = fields[key];
  switch (pick(5)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(fields, key);
      break;
    case 1:
      if (Array.isArray(holder) && holder.length < 3000) holder.push(...holder.slice(0, 200).map(copied));
      break;
    case 2:
      fields[key] = copied(fields[keys[pick(keys.length)]!]);
      break;
    case 3:
      fields[key] = typeof old === 'number' ? old * [-1, 0, 1e9, 1e-9, 0.999][pick(5)]! : [copied(old)];
      break;
    default:
      fields[key] = copied(values[pick(values.length)]);
  }
}

function copied(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
