// An error of an AWS service, in no protocol's form yet: the protocols turn it into what an SDK throws.

interface ErrorDetails {
  readonly status?: number;
  /** The namespace of the service's model, where its clients look the exception up. */
  readonly namespace?: string;
  /** The code that SQS still sends along for clients of its query protocol. */
  readonly queryCode?: string;
  /** Members of the exception besides its message. */
  readonly members?: Readonly<Record<string, unknown>>;
}

export class AwsError extends Error {
  override name = 'AwsError';
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return this.details.status ?? 400;
  }
}

/** What a call gets when the local runtime does not speak that operation: never a silent success. */
export const unknownOperation = (service: string, operation: string): AwsError =>
  new AwsError(
    'UnknownOperationException',
    `The local runtime does not know ${service}:${operation}`,
  );
