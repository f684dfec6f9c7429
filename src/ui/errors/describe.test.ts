import { describe, expect, test } from 'vitest';
import type { LinkId, NodeId } from '../../core/network/types';
import type { DocumentError } from '../../core/scenario/documentError';
import type { Problem } from '../../core/scenario/problems';
import type { StudyTrouble } from '../../core/studies/types';
import {
  describeCrash,
  describeInfeasible,
  describeProblem,
  describeStorageFailure,
  describeStudyTrouble,
  describeWorkerFailure,
  type Description,
} from './describe';
import { describeDocumentError, describeTableError } from './describeDocument';
import { describeProfileFailure } from './describeProfiling';
import { namesOf } from './names';

const ue = 'n1' as NodeId;
const cloud = 'n2' as NodeId;
const link = 'l1' as LinkId;
const names = {
  node: (id: NodeId) => (id === ue ? 'Phone' : 'Cloud'),
  link: () => 'Phone – Cloud',
};

const problems: readonly Problem[] = [
  { kind: 'no-route', from: ue, to: cloud, downLinks: [] },
  { kind: 'no-route', from: ue, to: cloud, downLinks: [link] },
  { kind: 'link-down', link },
  { kind: 'source-has-no-device', node: ue },
  { kind: 'no-node-computes' },
  { kind: 'does-not-fit', node: ue, needBytes: 5e8, haveBytes: 1e8 },
  { kind: 'does-not-fit', node: null, needBytes: 5e8, haveBytes: 1e8 },
  { kind: 'block-does-not-fit', block: 15, name: 'fc6', needBytes: 411e6, largestBytes: 2e8 },
  { kind: 'blocks-do-not-pack', needBytes: 5e8, haveBytes: 6e8 },
  { kind: 'not-found-in-time', needBytes: 5e8, haveBytes: 6e8 },
  { kind: 'profile-mismatch', node: ue, measuredFor: 'ResNet-18 at 64 px', needed: 'ResNet-18 at 224 px' },
  { kind: 'profile-mismatch', node: ue, measuredFor: '', needed: 'ResNet-18 at 224 px' },
  { kind: 'unknown-device', node: ue, deviceId: 'abacus' },
  { kind: 'unreachable', node: cloud },
];

const documentErrors: readonly DocumentError[] = [
  { kind: 'unreadable', what: 'link', detail: 'cut short' },
  { kind: 'unreadable', what: 'file', detail: 'not JSON' },
  { kind: 'too-large', limitBytes: 1e6 },
  { kind: 'newer-version', found: 9, known: 1 },
  { kind: 'not-a-scenario' },
  { kind: 'invalid-field', path: 'nodes[3].xM', expected: 'a number' },
  { kind: 'inconsistent', path: 'links[0].a', detail: 'no node has this id' },
];

const everything: readonly Description[] = [
  ...problems.map((problem) => describeProblem(problem, names)),
  ...documentErrors.map((error) => describeDocumentError(error)),
  ...documentErrors.map((error) => describeDocumentError(error, 'autosave')),
  describeTableError({ line: 3, column: 2, expected: 'a number' }),
  describeInfeasible({ kind: 'no-edge-host' }, names),
  describeInfeasible({ kind: 'node-cannot-compute', node: cloud }, names),
  describeInfeasible({ kind: 'leaks', boundary: 0, leakage: 0.8, limit: 0.5 }, names),
  describeInfeasible({ kind: 'leaks', boundary: 7, leakage: 0.8, limit: 0.5 }, names),
  describeInfeasible({ kind: 'over-limit', criterion: 'leakage', limit: 0.5, least: 0.7 }, names),
  describeStudyTrouble({ kind: 'source-has-no-device' }, names),
  describeStudyTrouble({ kind: 'one-node' }, names),
  describeStudyTrouble({ kind: 'no-split', because: { kind: 'no-edge-host' } }, names),
  describeProfileFailure({ kind: 'runtime-failed', message: 'offline' }),
  describeProfileFailure({ kind: 'session-failed', message: 'bad graph' }),
  describeProfileFailure({ kind: 'out-of-memory', message: 'grow failed' }),
  describeProfileFailure({ kind: 'blocks-not-found', blocks: ['a', 'b', 'c', 'd', 'e'] }),
  describeProfileFailure({ kind: 'clock-too-coarse', clockS: 0.1 }),
  describeProfileFailure({ kind: 'worker-failed', message: 'gone' }),
  describeStorageFailure({ kind: 'storage-full' }),
  describeStorageFailure({ kind: 'storage-unavailable', message: 'private window' }),
  describeWorkerFailure({ kind: 'worker-failed', message: 'gone' }),
  describeCrash('The canvas', new Error('boom')),
];

describe('the wording of trouble', () => {
  test('every description is whole sentences without an exclamation mark', () => {
    for (const { title, action } of everything) {
      for (const text of [title, action]) {
        expect(text).toMatch(/^["A-Z].*\.$/s);
        expect(text).not.toContain('!');
        expect(text).not.toMatch(/undefined|NaN|\[object/u);
      }
    }
  });

  test('a problem names its culprit by the name on screen', () => {
    expect(describeProblem(problems[3]!, names).title).toContain('Phone');
    expect(describeProblem(problems[2]!, names).title).toContain('Phone – Cloud');
  });

  test('a missing route says which link to bring up, or to connect the nodes when no link is down', () => {
    expect(describeProblem(problems[0]!, names).action).toBe('Connect them with a link.');
    expect(describeProblem(problems[1]!, names).action).toContain('Phone – Cloud is down');
  });

  test('a model that does not fit says how much it needs and how much there is', () => {
    const { title } = describeProblem(problems[5]!, names);
    expect(title).toContain('500 MB');
    expect(title).toContain('100 MB');
  });

  test('a block that fits nowhere is named with its need and the most that any node has', () => {
    expect(describeProblem(problems[7]!, names).title).toBe(
      'Block 15 (fc6) needs 411 MB of memory, more than the 200 MB of any node that can take part.',
    );
  });

  test('a search that was cut short does not say that the model cannot run', () => {
    expect(describeProblem(problems[8]!, names).title).toContain('no way to place its blocks');
    expect(describeProblem(problems[9]!, names).title).toContain('may or may not suffice');
  });

  test('a limit that no plan keeps is named with what can be reached, in its unit', () => {
    const reason = { kind: 'over-limit', criterion: 'ue-energy', limit: 0.1, least: 0.25 } as const;
    expect(describeInfeasible(reason, names).title).toBe(
      'No plan keeps UE energy within 100 mJ: with the limits before it, the least is 250 mJ.',
    );
  });

  test('a study without a split repeats which limit binds and what to do about it', () => {
    const because = { kind: 'does-not-fit', node: ue, needBytes: 5e8, haveBytes: 1e8 } as const;
    const { title, action } = describeStudyTrouble({ kind: 'no-split', because }, names);
    expect(title).toContain('Phone has 100 MB');
    expect(action).toBe(describeInfeasible(because, names).action);
  });

  test('a study over a link that is down says first to raise its capacity, once', () => {
    const actionOf = (trouble: StudyTrouble) => describeStudyTrouble(trouble, names, [link]).action;
    const first = /^First raise the capacity of the link Phone – Cloud, which is down\. /u;
    expect(actionOf({ kind: 'one-node' })).toMatch(first);
    expect(actionOf({ kind: 'no-split', because: { kind: 'no-edge-host' } })).toMatch(first);
    const because = { kind: 'no-route', from: ue, to: cloud, downLinks: [link] } as const;
    expect(actionOf({ kind: 'no-split', because })).toBe(describeInfeasible(because, names).action);
    expect(describeStudyTrouble({ kind: 'one-node' }, names).action).not.toContain('capacity');
  });

  test('a bad document names the field and says that the work is untouched', () => {
    expect(describeDocumentError(documentErrors[5]!).title).toContain('nodes[3].xM');
    for (const error of documentErrors) expect(describeDocumentError(error).action).toContain('untouched');
  });

  test('an autosave that cannot be read is said to be kept', () => {
    const { title, action } = describeDocumentError(documentErrors[5]!, 'autosave');
    expect(title).toContain('last visit');
    expect(title).toContain('nodes[3].xM');
    expect(action).toContain('kept aside');
  });

  test('a message that is a sentence of its own reads on after the colon, names keep their capitals', () => {
    const title = (detail: string) =>
      describeDocumentError({ kind: 'unreadable', what: 'link', detail }).title;
    expect(title('It is cut short or damaged.')).toBe(
      'This link cannot be read: it is cut short or damaged.',
    );
    expect(title('not JSON at line 1')).toBe('This link cannot be read: not JSON at line 1.');
    const failure = { kind: 'runtime-failed', message: 'WebAssembly is off!' } as const;
    expect(describeProfileFailure(failure).title).toBe(
      'ONNX Runtime could not be loaded: WebAssembly is off.',
    );
  });

  test('storage that fails is told without the raw error of the browser', () => {
    const message = "Cannot read properties of undefined (reading 'open')";
    const { title, action } = describeStorageFailure({ kind: 'storage-unavailable', message });
    expect(`${title} ${action}`).not.toMatch(/undefined|reading/);
    expect(title).toBe('This browser does not let the page store anything.');
    expect(action).toContain('Save a file or copy the link');
  });

  test('missing blocks are listed up to three, then counted', () => {
    const { title } = describeProfileFailure({ kind: 'blocks-not-found', blocks: ['a', 'b', 'c', 'd', 'e'] });
    expect(title).toContain('a, b, c and 2 more blocks');
    expect(describeProfileFailure({ kind: 'blocks-not-found', blocks: ['a'] }).title).toContain(
      'the block a',
    );
  });
});

describe('names', () => {
  test('a link is called by its ends, and what is gone is called so', () => {
    const found = namesOf({
      nodes: [
        {
          id: ue,
          kind: 'ue',
          name: 'Phone',
          xM: 0,
          yM: 0,
          device: null,
          memoryMB: null,
          trusted: true,
          power: null,
        },
        {
          id: cloud,
          kind: 'cloud',
          name: 'Cloud',
          xM: 0,
          yM: 0,
          device: null,
          memoryMB: null,
          trusted: true,
          power: null,
        },
      ],
      links: [
        {
          id: link,
          a: ue,
          b: cloud,
          aToBMbps: 1,
          bToAMbps: 1,
          symmetric: true,
          propagationMs: 0,
          overheadMs: 0,
          medium: 'wired',
        },
      ],
    });
    expect(found.link(link)).toBe('Phone – Cloud');
    expect(found.node('gone' as NodeId)).toBe('a removed node');
    expect(found.link('gone' as LinkId)).toBe('a removed link');
  });
});
