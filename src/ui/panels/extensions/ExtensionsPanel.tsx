export function ExtensionsPanel() {
  return <p>Extensions</p>;
}
