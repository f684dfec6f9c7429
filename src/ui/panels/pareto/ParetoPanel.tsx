export function ParetoPanel() {
  return <p>Pareto</p>;
}
