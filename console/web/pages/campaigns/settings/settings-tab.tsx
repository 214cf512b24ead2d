// Not there yet.
export default function SettingsTab() {
  return null;
}
