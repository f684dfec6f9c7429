/** What a model file says of itself, before anything runs. */
import type { ElementType } from '../model/imported/types';

/** One dimension: fixed, named by the file, or left open. */
export type Dimension = number | { readonly symbol: string } | null;

export interface ModelValue {
  readonly name: string;
  /** null: no tensor (a sequence, an optional), or a type no tensor between operators may have. */
  readonly type: ElementType | null;
  readonly dims: readonly Dimension[];
}

/** A size that must be chosen before the model can run. */
export interface DimensionAsk {
  /** Key in `ImportedWorkload.dims`: the symbol ("batch"), or "<input>:<axis>" for a dimension without a name. */
  readonly key: string;
  /** Inputs and axes that have it. */
  readonly places: readonly { readonly input: string; readonly axis: number }[];
  readonly suggestion: number;
}

/** Something a visitor should know before choosing the model. Operators are named as the file does, kinds as ONNX does. */
export type Verdict =
  /** It cannot run here at all. */
  | {
      readonly kind: 'opset-too-new';
      readonly domain: string;
      readonly found: number;
      readonly known: number;
    }
  | { readonly kind: 'ir-too-new'; readonly found: number; readonly known: number }
  | { readonly kind: 'unknown-domain'; readonly operator: string; readonly domain: string }
  /** An input or a result that is a sequence, an optional, text or another thing no tensor of numbers can stand for. */
  | { readonly kind: 'not-a-tensor'; readonly value: string }
  /** An input that does not even say how many dimensions it has. */
  | { readonly kind: 'shape-unknown'; readonly value: string }
  | { readonly kind: 'too-many-operators'; readonly found: number; readonly limit: number }
  | { readonly kind: 'too-many-tensors'; readonly found: number; readonly limit: number }
  /** It runs, but parts of it are never cut and their products not counted: If, Loop, Scan, a function of the model's own. */
  | { readonly kind: 'stays-whole'; readonly operator: string; readonly operatorKind: string }
  | { readonly kind: 'no-cut'; readonly operators: number };

export interface ModelFacts {
  readonly name: string;
  readonly producer: string;
  readonly irVersion: number;
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly fingerprint: string;
  /** Model file and external data together [B]. */
  readonly bytes: number;
  readonly inputs: readonly ModelValue[];
  readonly outputs: readonly ModelValue[];
  /** Without constants. */
  readonly operators: number;
  /** How many of each kind, most frequent first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly parameters: number;
  readonly weightBytes: number;
  /** Element types of the weights and how many bytes each takes. */
  readonly precisions: readonly { readonly type: string; readonly bytes: number }[];
  readonly asks: readonly DimensionAsk[];
  readonly verdicts: readonly Verdict[];
}

/** Where a model contradicts itself: one of its operators, one of its tensors (weights, inputs and results too), or all of it. */
export type FaultPlace =
  { readonly what: 'operator' | 'tensor'; readonly name: string } | { readonly what: 'model' };

/** Why a model cannot be opened. */
export type ModelFault =
  | { readonly kind: 'not-onnx'; readonly detail: string }
  | { readonly kind: 'cut-short'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly kind: 'external-missing'; readonly paths: readonly string[] }
  | {
      readonly kind: 'external-short';
      readonly path: string;
      readonly needed: number;
      readonly found: number;
    }
  /** The graph contradicts itself: a tensor nobody makes, a cycle, two makers of one tensor, a depth that is an attack. */
  | { readonly kind: 'inconsistent'; readonly at: FaultPlace; readonly detail: string }
  | { readonly kind: 'dims-missing'; readonly keys: readonly string[] }
  | { readonly kind: 'cannot-run'; readonly verdict: Verdict }
  /** ONNX Runtime refused it, in its own words. */
  | { readonly kind: 'run-failed'; readonly message: string }
  | { readonly kind: 'out-of-memory'; readonly message: string }
  | { readonly kind: 'took-too-long'; readonly limitS: number };

const stops: readonly Verdict['kind'][] = [
  'opset-too-new',
  'ir-too-new',
  'unknown-domain',
  'not-a-tensor',
  'shape-unknown',
  'too-many-operators',
  'too-many-tensors',
];

/** Whether a model with this verdict cannot run here at all. */
export function cannotRun({ kind }: Verdict): boolean {
  return stops.includes(kind);
}
