import { describe, expect, it } from 'vitest';
import type { LinkId, NetworkNode, NodeId } from '../network/types';
import { profileFor } from '../profile/profileFor';
import { secondsOf } from '../profile/blockTime';
import { openingScenario } from '../scenario/presets/presets';
import type { NetworkLink } from '../network/types';
import type { Scenario } from '../scenario/types';
import { buildProblem } from './buildProblem';
import { downLinks } from './downLinks';

const node = (id: string): NodeId => id as NodeId;
const link = (id: string): LinkId => id as LinkId;

function withLink(scenario: Scenario, id: string, change: Partial<NetworkLink>): Scenario {
  return {
    ...scenario,
    links: scenario.links.map((each) => (each.id === link(id) ? { ...each, ...change } : each)),
  };
}

function withNode(scenario: Scenario, id: string, change: Partial<NetworkNode>): Scenario {
  return {
    ...scenario,
    nodes: scenario.nodes.map((each) => (each.id === node(id) ? { ...each, ...change } : each)),
  };
}

const down = { aToBMbps: 0, bToAMbps: 0 };

describe('buildProblem', () => {
  it('turns Mbit/s and ms into seconds per byte and seconds per transfer', () => {
    const scenario = withLink(openingScenario, 'internet', {
      aToBMbps: 80,
      bToAMbps: 16,
      propagationMs: 5,
      overheadMs: 2,
    });
    const { problem, linkIds, nodeIds } = buildProblem(scenario);
    const up = problem!.arcLink.findIndex(
      (k, a) => linkIds[k] === 'internet' && problem!.arcDirection[a] === 0,
    );
    expect(problem!.arcSecondsPerByte[up]).toBeCloseTo(1e-7, 18);
    expect(problem!.arcSecondsPerByte[up + 1]).toBeCloseTo(5e-7, 18);
    expect(problem!.arcFixedS[up]).toBeCloseTo(0.007, 12);
    expect([nodeIds[problem!.arcFrom[up]!], nodeIds[problem!.arcTo[up]!]]).toEqual(['core', 'cloud']);
    expect([nodeIds[problem!.arcFrom[up + 1]!], nodeIds[problem!.arcTo[up + 1]!]]).toEqual(['cloud', 'core']);
  });

  it('takes block times from the profiles, and lets nodes without a device or trust forward only', () => {
    const scenario = withNode(openingScenario, 'edge', { trusted: false });
    const { problem, nodeIds } = buildProblem(scenario);
    expect(nodeIds.filter((_, v) => problem!.computes[v] === 1)).toEqual(['phone', 'cloud']);
    const cloud = nodeIds.indexOf(node('cloud'));
    const { profile } = profileFor(scenario, scenario.nodes[cloud]!);
    const row = problem!.computeS.subarray(cloud * problem!.blockCount, (cloud + 1) * problem!.blockCount);
    expect([...row]).toEqual(profile!.blocks.map(({ time }) => secondsOf(time)));
    expect(problem!.computeS[nodeIds.indexOf(node('edge')) * problem!.blockCount]).toBe(Infinity);
  });

  it('limits memory by the node, else by its device, else not at all', () => {
    const bytesOf = (change: Partial<NetworkNode>): number => {
      const { problem, nodeIds } = buildProblem(withNode(openingScenario, 'edge', change));
      return problem!.memoryBytes[nodeIds.indexOf(node('edge'))]!;
    };
    expect(bytesOf({ memoryMB: 12 })).toBe(12e6);
    expect(bytesOf({})).toBe(4e9);
    expect(bytesOf({ device: { kind: 'custom', speed: 2 } })).toBe(Infinity);
  });

  it('takes a device’s memory from the snapshot in the document, whatever the catalogue says today', () => {
    const profiles = openingScenario.profiles.map((profile) =>
      profile.deviceId === 'jetson-nano' && profile.source.kind === 'published'
        ? { ...profile, source: { ...profile.source, memoryMB: 7 } }
        : profile,
    );
    const { problem, nodeIds } = buildProblem({ ...openingScenario, profiles });
    expect(problem!.memoryBytes[nodeIds.indexOf(node('edge'))]).toBe(7e6);
  });

  it('leaves out directions that are down and names the link', () => {
    const { problem, problems, linkIds } = buildProblem(
      withLink(openingScenario, 'edge-fibre', { aToBMbps: 0, symmetric: false }),
    );
    const ways = [...problem!.arcLink].filter((k) => linkIds[k] === 'edge-fibre');
    expect(ways).toHaveLength(1);
    expect(problems).toEqual([
      { kind: 'link-down', link: 'edge-fibre' },
      { kind: 'unreachable', node: 'edge' },
    ]);
  });

  it('has nothing to say about the opening preset', () => {
    expect(buildProblem(openingScenario).problems).toEqual([]);
  });

  it('says which links close the way to the sink', () => {
    const cut = withLink(withLink(openingScenario, 'internet', down), 'edge-fibre', down);
    expect(buildProblem(cut).problems).toEqual([
      { kind: 'link-down', link: 'edge-fibre' },
      { kind: 'link-down', link: 'internet' },
      { kind: 'unreachable', node: 'edge' },
      { kind: 'no-route', from: 'phone', to: 'cloud', downLinks: ['internet'] },
    ]);
  });

  it('has no problem to solve when the source has no device', () => {
    const { problem, problems } = buildProblem(withNode(openingScenario, 'phone', { device: null }));
    expect(problem).toBeNull();
    expect(problems).toEqual([{ kind: 'source-has-no-device', node: 'phone' }]);
  });

  it('says when no node computes, and passes on what profiles have to say', () => {
    const unknown = { kind: 'catalogue', id: 'no-such-device' } as const;
    const nobody = {
      ...openingScenario,
      profiles: [],
      nodes: openingScenario.nodes.map((each) => ({
        ...each,
        device: each.device === null ? null : unknown,
      })),
    };
    expect(buildProblem(nobody).problems).toEqual([
      { kind: 'unknown-device', node: 'phone', deviceId: 'no-such-device' },
      { kind: 'unknown-device', node: 'edge', deviceId: 'no-such-device' },
      { kind: 'unknown-device', node: 'cloud', deviceId: 'no-such-device' },
      { kind: 'no-node-computes' },
    ]);
  });

  it('keeps everything but the arc costs while a slider is dragged', () => {
    const before = buildProblem(openingScenario).problem!;
    const after = buildProblem(withLink(openingScenario, 'radio', { aToBMbps: 7, bToAMbps: 7 })).problem!;
    expect(after.computeS).toBe(before.computeS);
    expect(after.arcFrom).toBe(before.arcFrom);
    expect(after.arcSecondsPerByte).not.toEqual(before.arcSecondsPerByte);
    const closed = buildProblem(withLink(openingScenario, 'radio', down)).problem!;
    expect(closed.arcFrom.length).toBe(before.arcFrom.length - 2);
  });

  it('sees new profiles, workloads and nodes although it remembers', () => {
    const before = buildProblem(openingScenario).problem!;
    const workload = { ...openingScenario.workload, shipped: 'int8' } as Scenario['workload'];
    const int8 = buildProblem({ ...openingScenario, workload }).problem!;
    expect(int8.boundaryBytes[3]).toBe(before.boundaryBytes[3]! / 4);
    const faster = withNode(openingScenario, 'edge', { device: { kind: 'custom', speed: 1e6 } });
    expect(buildProblem(faster).problem!.computeS).not.toEqual(before.computeS);
  });
});

describe('downLinks', () => {
  const all = openingScenario.links.reduce(
    (scenario, { id }) => withLink(scenario, id, down),
    openingScenario,
  );

  it('names the fewest links that must come up, in order of travel', () => {
    expect(downLinks(all, node('phone'), node('cloud'))).toEqual(['radio', 'backhaul', 'internet']);
    expect(downLinks(withLink(all, 'backhaul', { aToBMbps: 1 }), node('phone'), node('cloud'))).toEqual([
      'radio',
      'internet',
    ]);
  });

  it('looks at the direction of travel', () => {
    const oneWay = withLink(openingScenario, 'radio', { bToAMbps: 0 });
    expect(downLinks(oneWay, node('phone'), node('cloud'))).toEqual([]);
    expect(downLinks(oneWay, node('cloud'), node('phone'))).toEqual(['radio']);
  });

  it('names none where no link could help', () => {
    const apart = { ...openingScenario, links: openingScenario.links.filter(({ id }) => id !== 'internet') };
    expect(downLinks(apart, node('phone'), node('cloud'))).toEqual([]);
  });
});
