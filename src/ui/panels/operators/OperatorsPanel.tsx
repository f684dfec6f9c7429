export function OperatorsPanel() {
  return <p>Operators</p>;
}
