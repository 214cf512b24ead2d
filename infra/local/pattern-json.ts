// Words shared by the files about event patterns: the shape of JSON, and the one error.

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** EventBridge would answer InvalidEventPatternException. */
export class InvalidEventPattern extends Error {
  override name = 'InvalidEventPatternException';
  readonly reason: string;

  constructor(reason: string, path: readonly string[] = []) {
    const where = path.length > 0 ? ` at ${path.join('.')}` : '';
    super(`Event pattern is not valid. Reason: ${reason}${where}`);
    this.reason = reason;
  }
}

export const refuse = (reason: string): never => {
  throw new InvalidEventPattern(reason);
};
