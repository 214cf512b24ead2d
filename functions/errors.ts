// The error kinds of the edge. Anything that is not one of these is a bug and ends in a dead-letter queue.

interface RefusedOptions extends ErrorOptions {
  /** The place in what was sent, such as "steps[0].wait". */
  readonly at?: string;
  /** In two or three words, for those who count refusals. */
  readonly reason?: string;
  /** Whole seconds until it may be tried again. */
  readonly retryAfter?: number;
  /** All that is wrong, each with its place, where that was told apart. */
  readonly problems?: readonly { readonly at: string; readonly message: string }[];
}

/** The caller's fault; answered with `status` (4xx) and a text the caller may read. */
export class Refused extends Error {
  readonly status: number;
  readonly at: string | undefined;
  readonly reason: string | undefined;
  readonly retryAfter: number | undefined;
  readonly problems: RefusedOptions['problems'];
  constructor(status: number, message: string, options: RefusedOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'Refused';
    this.status = status;
    this.at = options.at;
    this.reason = options.reason;
    this.retryAfter = options.retryAfter;
    this.problems = options.problems;
  }
}

/** Lost a race on a contact's revision; the work is done again from a fresh read. */
export class Clash extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Clash';
  }
}

/** Whether a conditional write held: false when somebody else was faster. Throws every other error. */
export async function wins(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Clash) return false;
    throw error;
  }
}
