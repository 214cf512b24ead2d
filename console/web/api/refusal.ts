// What the API refused, or that it could not be reached: the words of its answer, kept for whoever shows them.

interface Answered {
  readonly error?: { readonly code?: string; readonly message?: string; readonly at?: string };
}

export class Refusal extends Error {
  /** Of HTTP; 0 when nothing answered. */
  readonly status: number;
  readonly code: string;
  /** The place in what was sent: "steps[0].wait". */
  readonly at: string | undefined;

  constructor(status: number, code: string, message = code, at?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.at = at;
  }

  static async of(response: Response): Promise<Refusal> {
    const { error } = await response.json().catch((): Answered => ({}));
    return new Refusal(response.status, error?.code ?? 'internal', error?.message, error?.at);
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
