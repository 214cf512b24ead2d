// What the functions log, caught so that a test can read it and nobody has to.
import { vi } from 'vitest';

/** From now on until mocks are restored. */
export function catchLog(): readonly string[] {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  return lines;
}
