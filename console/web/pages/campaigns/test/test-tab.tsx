// Not there yet.
export default function TestTab() {
  return null;
}
