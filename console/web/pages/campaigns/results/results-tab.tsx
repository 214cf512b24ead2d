// Not there yet.
export default function ResultsTab() {
  return null;
}
