import type { OperatorsView } from '../../../core/studies/operatorsTypes';

/** Operators whose name, kind or block holds the text, in their order. */
export function findOperators(view: OperatorsView, text: string): readonly number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return view.operators.flatMap(({ name, kind, block }, index) =>
    [name, kind, view.blocks[block]?.label ?? ''].some((part) => part.toLowerCase().includes(wanted))
      ? [index]
      : [],
  );
}
