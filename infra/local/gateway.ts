// The one AWS endpoint of the machine: finds the service and the caller, asks IAM, performs, answers.
// It does not verify signatures: nothing but this machine's own functions can reach it.
import { AwsError, unknownOperation } from './aws-error.ts';
import type { Authorize } from './iam.ts';
import type { Meter } from './meter.ts';
import type { Input, Output, Protocol } from './protocol.ts';

export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

export type Gateway = (request: AwsRequest) => Promise<AwsResponse>;

/** One permission that a call needs. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

export interface Operation {
  needs(input: Input): readonly Need[];
  perform(input: Input): Output | Promise<Output>;
}

export interface Service {
  readonly protocol: Protocol;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** `services` by the name that signatures carry: dynamodb, sqs, events, ses. */
export interface GatewayParts {
  readonly services: Readonly<Record<string, Service>>;
  readonly authorize?: Authorize;
  readonly meter?: Meter;
}

export function createGateway({ services, authorize, meter }: GatewayParts): Gateway {
  async function perform(service: Service, { name, caller }: Scope, request: AwsRequest) {
    const { operation, input } = service.protocol.decode(request);
    const known = service.operations[operation];
    if (!known) throw unknownOperation(name, operation);
    for (const need of known.needs(input)) {
      const denied = authorize?.(caller, need).denied;
      if (denied) throw service.protocol.denial(denied);
    }
    meter?.request(name, operation);
    return service.protocol.success(operation, await known.perform(input));
  }
  return async (request) => {
    const scope = readScope(request);
    const service = scope && services[scope.name];
    if (!service) return noService(scope?.name);
    try {
      return await perform(service, scope, request);
    } catch (error) {
      return service.protocol.failure(asAwsError(error));
    }
  };
}

interface Scope {
  readonly name: string;
  readonly caller: string;
}

const credential = /Credential=([^/]+)\/\d+\/[^/]*\/([^/]+)\/aws4_request/;

function readScope({ headers }: AwsRequest): Scope | undefined {
  const found = credential.exec(headers.authorization ?? '');
  return found?.[1] && found[2] ? { caller: found[1], name: found[2] } : undefined;
}

/** Who calls what, for those who watch or cut calls: `{ caller: 'Deliver…', service: 'ses', operation: 'SendRawEmail' }`. */
export function nameCall(request: AwsRequest) {
  const scope = readScope(request);
  const operation =
    request.headers['x-amz-target']?.split('.')[1] ??
    /Action=(\w+)/.exec(request.body.toString('latin1', 0, 200))?.[1];
  return { caller: scope?.caller, service: scope?.name, operation };
}

/** A bug of the local runtime looks like AWS's own failure to its caller, and like a bug to us. */
function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  console.error(error);
  return new AwsError('InternalFailure', `The local runtime failed: ${error}`, { status: 500 });
}

function noService(name = 'no service (the request is not signed)'): AwsResponse {
  const message = `The local runtime has no ${name}; it has what the template uses.`;
  return {
    status: 403,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ __type: 'UnrecognizedClientException', message }),
  };
}
