// What the API refused, or that it could not be reached: the words of its answer, kept for whoever shows them.

interface Answered {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly at?: string;
    readonly problems?: Refusal['problems'];
  };
}

export class Refusal extends Error {
  /** Of HTTP; 0 when nothing answered. */
  readonly status: number;
  readonly code: string;
  /** The place in what was sent: "steps[0].wait". */
  readonly at: string | undefined;
  /** All that is wrong, each with its place, where that was told apart. */
  readonly problems: readonly { readonly at: string; readonly message: string }[] | undefined;

  constructor(status: number, code: string, message = code, more: Partial<Refusal> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.at = more.at;
    this.problems = more.problems;
  }

  static async of(response: Response): Promise<Refusal> {
    const { error = {} } = (await response.json().catch(() => ({}))) as Answered;
    const { code = 'internal', message, at, problems } = error;
    return new Refusal(response.status, code, message, { at, problems });
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
