// In place of a signature, only what it says of who calls which service: nobody in one process verifies it, and making
// it takes a tenth of a test's time. Real signatures are made wherever the runtime is started.
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

type Signer = NonNullable<DynamoDBClientConfig['signerConstructor']>;
type Parts = ConstructorParameters<Signer>[0];

/** Give it to a client as `signerConstructor`. */
export const unsignedBy = (caller: string): Signer =>
  class {
    readonly #service: string;
    constructor({ service }: Parts) {
      this.#service = service;
    }
    async sign(request: { headers: Record<string, string> }) {
      request.headers.authorization = `Credential=${caller}/20260105/local/${this.#service}/aws4_request`;
      return request;
    }
  } as unknown as Signer;
