// Not there yet.
export default function VersionsTab() {
  return null;
}
