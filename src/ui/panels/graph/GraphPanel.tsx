export function GraphPanel() {
  return <p>Graph</p>;
}
