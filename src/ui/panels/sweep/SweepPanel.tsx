export function SweepPanel() {
  return <p>Sweep</p>;
}
