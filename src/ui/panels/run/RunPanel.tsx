/** Runs the shown split for real and sets it against its prediction. */
export function RunPanel() {
  return <p>Not built yet.</p>;
}
