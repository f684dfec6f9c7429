interface Named {
  readonly label: string;
  readonly group: string;
}

/** Commands whose label or group holds every word typed; those whose label starts with the query come first. */
export function filterCommands<T extends Named>(commands: readonly T[], query: string): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  const rank = ({ label }: T) => (label.toLowerCase().startsWith(words.join(' ')) ? 0 : 1);
  return commands
    .filter(({ label, group }) => {
      const text = `${label} ${group}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => rank(one) - rank(other));
}
