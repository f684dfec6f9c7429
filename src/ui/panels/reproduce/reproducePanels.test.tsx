import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { figure2 } from '../../../core/reproduce/figure2';
import { usualQuestion } from '../../../core/reproduce/figureQuestion';
import { figureTexts } from '../../../core/reproduce/findFigure';
import type { FigureResult } from '../../../core/reproduce/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { createAppStore } from '../../../state/createAppStore';
import type { ReproductionState, ShownFigure } from '../../../state/reproductionTypes';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { createTools } from '../../../state/tools';
import { StoreContext } from '../../../state/useStore';
import { ToolsContext } from '../../../state/useTools';
import { ClaimsOverview } from './ClaimsOverview';
import { FigureList, FigureMenu } from './FigureList';
import { FigureView } from './FigureView';
import { ReproduceHead } from './ReproduceHead';
import { ReproducePlace } from './ReproducePlace';

const texts = figureTexts();
const text = texts[0]!;
const result = figure2.run({ ...usualQuestion, scale: 1 });
const done = {
  question: usualQuestion,
  run: { status: 'idle' },
  last: { question: usualQuestion, result },
  kept: [],
} as const;
const question = { ...usualQuestion, seed: 7 };

/** Markup of a view, figure 2 being as given. */
function render(
  view: ReactElement,
  shown: Partial<ShownFigure>,
  patch: Partial<ReproductionState> = {},
): string {
  const { services } = createFakeServices();
  const store = createAppStore(services, openingScenario);
  const { reproduction } = store.getState();
  const figures = { ...reproduction.figures, 2: { ...reproduction.figures[2], ...shown } };
  store.setState({ reproduction: { ...reproduction, texts, figures, ...patch } });
  // On a server zustand shows the state a store began with.
  const server = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <StoreContext value={server}>
      <ToolsContext value={createTools(store, services)}>{view}</ToolsContext>
    </StoreContext>,
  );
}

const view = <FigureView text={text} />;

describe('a figure', () => {
  test('not run yet: what is claimed, by which rule, and Run', () => {
    const html = render(view, {});
    expect(html).toContain('>Run</span>');
    expect(html).toContain('What is claimed');
    for (const { rule } of text.claims) expect(html).toContain(rule.replaceAll('<', '&lt;'));
    expect(html).not.toContain('data-verdict');
  });

  test('on its way: its part and Stop', () => {
    const html = render(view, { run: { status: 'running', question: usualQuestion, part: 0.456 } });
    expect(html).toContain('Running figure 2: 45 %');
    expect(html).toContain('>Stop</span>');
    expect(html).toContain('Figure 2 is running.');
  });

  test('that was run: charts, numbers beside the paper’s, a verdict a claim in words and shape', () => {
    const html = render(view, done);
    expect(html).toContain('Computed here from seed 1.');
    expect(html).toContain('The paper’s numbers beside ours');
    // A claim each, and the count of them.
    expect(html.match(/data-verdict="agrees"><svg/g)).toHaveLength(3);
    expect(html).toContain('</svg>2 agree</span></button>');
    expect(html).toContain('<strong>The paper:</strong> Three layers');
    expect(html).toContain('Claims: 2 agree');
    expect(html).toContain('data-chart-kind="lines"');
  });

  test('of an older question says of which, and keeps its result', () => {
    const html = render(view, { ...done, question });
    expect(html).toContain('This result is of seed 1 (now 7).');
    expect(html).toContain('data-old="true"');
    expect(html).toContain('data-verdict="agrees"');
  });

  test('that failed says why, offers to try again and keeps the result before', () => {
    const failure = { kind: 'worker-failed', message: 'Out of memory.' } as const;
    const html = render(view, { ...done, run: { status: 'failed', question: usualQuestion, failure } });
    expect(html).toMatch(/role="alert"[^>]*><strong>Figure 2 stopped working: out of memory\./);
    expect(html).toContain('>Try again</span>');
    expect(html).toContain('data-verdict="agrees"');
  });

  test('lists ours apart from the paper’s; a changed number is marked and can go back', () => {
    const html = render(view, { question: { ...usualQuestion, overrides: { points: 5 } } });
    expect(html).toMatch(
      /data-ours="true".*data-assumption="points" data-changed="true".*data-ours="false".*data-assumption="least" data-changed="false"/s,
    );
    expect(html).toContain('Changed, usually 19.');
    expect(html).toContain('Reset Capacities to 19');
    expect(html).toContain('Reset 1 changed');
    expect(html).not.toContain('None is changed');
  });
});

describe('every kind of chart and verdict', () => {
  const charts: FigureResult['charts'] = [
    {
      kind: 'bars',
      title: 'Bars',
      x: { name: 'Load', unit: '' },
      y: { name: 'L', unit: 'ms' },
      groups: ['low'],
      series: [{ name: 'HiveMind', values: [1] }],
    },
    {
      kind: 'table',
      title: 'Methods',
      columns: [
        { name: 'Method', unit: '' },
        { name: 'Mean', unit: 'ms' },
      ],
      rows: [['Exact', null]],
    },
  ];
  const verdicts = (['agrees', 'differs', 'cannot-be-checked'] as const).map((verdict, k) => ({
    ...(text.claims[k] ?? { id: 'third', text: 'A third.', rule: 'None.' }),
    verdict,
    reason: 'So it is.',
    nothingMoves: verdict === 'agrees',
  }));
  const odd = { ...text, claims: verdicts };

  test('is framed, a table without a second one', () => {
    const html = render(<FigureView text={odd} />, {
      ...done,
      last: { question: usualQuestion, result: { ...result, charts, verdicts } },
    });
    expect(html).toContain('Claims: 1 agrees (only because nothing moves), 1 differs, 1 cannot be checked');
    expect(html).toContain('<strong>Agrees only because nothing moves. </strong>So it is.');
    expect(html).toMatch(/Methods.*Mean \(ms\)/s);
    expect(html.match(/Show as table/g)).toHaveLength(1);
    for (const word of ['agrees', 'differs', 'cannot be checked'])
      expect(html).toContain(`</svg>${word}</span>`);
  });
});

describe('the list', () => {
  test('says of every figure what came out', () => {
    const html = render(<FigureList texts={texts} shown={2} onShow={() => undefined} />, done);
    expect(html).toMatch(/aria-current="true"><span><strong>Figure 2<\/strong>/);
    expect(html).toContain('2 agree</span>');
    expect(html.match(/not run yet/g)).toHaveLength(texts.length - 1);
  });

  test('is a menu on a phone', () => {
    const html = render(<FigureMenu texts={texts} shown={2} onShow={() => undefined} />, done);
    expect(html).toContain('>2: A toy of three layers</option>');
    expect(html).toContain('data-state-of="2">2 agree</p>');
  });

  test('of claims has every one of them, run or not', () => {
    const html = render(<ClaimsOverview texts={texts} onShow={() => undefined} />, done);
    expect(html.match(/<tr>/g)).toHaveLength(1 + texts.reduce((sum, { claims }) => sum + claims.length, 0));
    expect(html).toContain('2 of ');
  });
});

describe('the place', () => {
  test('waits for the texts, as large as what comes', () => {
    const html = render(<ReproducePlace isPhone={false} />, {}, { texts: null });
    expect(html).toContain('Loading the figures…');
    expect(html).not.toContain('Try again');
  });

  test('without the texts says why and offers to try again', () => {
    const textsFailure = { kind: 'worker-failed', message: 'No answer' } as const;
    const html = render(<ReproducePlace isPhone={false} />, {}, { texts: null, textsFailure });
    expect(html).toMatch(/role="alert".*could not be loaded: no answer\./);
    expect(html).toContain('>Try again</span>');
  });

  test('says what the preset is and changes', () => {
    const html = render(<ReproduceHead text={texts[2]!} isPhone={false} />, {});
    expect(html).toContain('ResNet-18’s layers are as large as the paper says');
    expect(html).toContain('0 of 11 run with these settings');
    expect(render(<ReproduceHead text={texts[2]!} isPhone />, {})).toContain(
      '<summary>Seed 1, HiveMind-calibrated</summary>',
    );
  });
});
