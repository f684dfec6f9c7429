export function MessagesPanel() {
  return <p>Messages</p>;
}
