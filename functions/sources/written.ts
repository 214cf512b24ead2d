// What was sent, as text for a person to look at. Never throws.
export function written(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? '';
  } catch {
    return 'Nested too deeply to be written down.';
  }
}
