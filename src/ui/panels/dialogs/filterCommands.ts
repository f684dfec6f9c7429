interface Named {
  readonly label: string;
  readonly group: string;
  /** What else people call it. */
  readonly words?: string;
}

/**
 * Commands whose label, group or words hold every word typed; those whose label starts with the query come first, those that are
 * only otherwise called so last.
 */
export function filterCommands<T extends Named>(commands: readonly T[], query: string): readonly T[] {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (typed.length === 0) return commands;
  const holds = (text: string): boolean => typed.every((word) => text.toLowerCase().includes(word));
  const rank = ({ label }: T): number =>
    label.toLowerCase().startsWith(typed.join(' ')) ? 0 : holds(label) ? 1 : 2;
  return commands
    .filter(({ label, group, words = '' }) => holds(`${label} ${group} ${words}`))
    .sort((one, other) => rank(one) - rank(other));
}
