/** What every reader of text must survive, and what must hold of whatever it accepts. */
import { expect } from 'vitest';
import { workloadChain } from '../../../model/workloadChain';
import { findProfileFault } from '../../../scenario/consistency';
import { parseCustomChainCsv } from '../../../scenario/customChainCsv';
import { parseScenario, parseScenarioText } from '../../../scenario/parseScenario';
import { profileSchema } from '../../../scenario/profileSchema';
import { readProfileFile } from '../readProfileFile';
import { sampleContext, sampleWorkload } from './sampleProfile';

/** @returns what the text was taken for by each reader, or the kind of its error */
export function readHostileText(text: string): readonly string[] {
  return [readDocument(text), readProfiles(text), readTable(text)];
}

function readDocument(text: string): string {
  const document = parseScenarioText(text);
  if (!document.ok) return `document ${document.error.kind}`;
  expect(workloadChain(document.value.workload).boundaryBytes.every(Number.isFinite)).toBe(true);
  // What was accepted is accepted again, and after that no longer changes. (Profiles under the ids of others are made anew once.)
  const again = parseScenario(JSON.parse(JSON.stringify(document.value)));
  if (!again.ok) throw new Error(`refused when read again: ${JSON.stringify(again.error)}`);
  expect(parseScenario(JSON.parse(JSON.stringify(again.value)))).toEqual(again);
  return 'document';
}

function readProfiles(text: string): string {
  const read = readProfileFile(text, sampleContext);
  if (!read.ok) return `profile ${read.error.kind}`;
  for (const profile of read.value.profiles) {
    expect(profileSchema.safeParse(profile).success).toBe(true);
    if (read.value.format !== 'splitscape') expect(findProfileFault(sampleWorkload, profile)).toBeNull();
  }
  return `profile ${read.value.format}`;
}

function readTable(text: string): string {
  const table = parseCustomChainCsv(text);
  if (!table.ok) return 'no table';
  expect(table.value.length).toBeGreaterThan(0);
  return 'table';
}
