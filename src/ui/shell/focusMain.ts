/** Gives the focus to the place's content if what had it has left the page: a keyboard must not start over at the top. */
export function focusMainIfLost(): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) document.getElementById('main')?.focus();
}
