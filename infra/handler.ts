// The house Lambda: one bundle, one role that allows exactly what the environment names, logs that cost little.
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { allow, type Binding } from './binding.ts';

interface HandlerOptions<Environment> {
  /** The folder of the bundle, with index.mjs in it. */
  readonly bundle: string;
  readonly seconds: number;
  readonly megabytes?: number;
  /** The function's environment; a key of its model that is missing here does not compile. */
  readonly environment: { readonly [Key in keyof Environment]: Binding };
}

export function handler<Environment>(
  scope: Construct,
  id: string,
  options: HandlerOptions<Environment>,
): LambdaFunction {
  const bindings = Object.entries<Binding>(options.environment);
  const logGroup = logs(scope, `${id}Logs`);
  return new LambdaFunction(scope, `${id}Function`, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(options.bundle),
    timeout: Duration.seconds(options.seconds),
    memorySize: options.megabytes ?? 512,
    environment: Object.fromEntries(bindings.map(([key, { value }]) => [key, value])),
    role: role(scope, `${id}Role`, [...bindings.map(([, each]) => each), logsTo(logGroup)]),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // START, END and REPORT lines would cost more than everything the functions have to say.
    systemLogLevelV2: SystemLogLevel.WARN,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
  });
}

// The standard class: the cheaper one for infrequent access does not turn our metric lines into metrics.
const logs = (scope: Construct, id: string): LogGroup =>
  new LogGroup(scope, id, {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });

const logsTo = ({ logGroupName, logGroupArn }: LogGroup): Binding => ({
  value: logGroupName,
  allows: [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn])],
});

function role(scope: Construct, id: string, bindings: readonly Binding[]): Role {
  const created = new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  for (const { allows, accepted = [] } of bindings) {
    for (const statement of allows) created.addToPolicy(statement);
    for (const finding of accepted) Validations.of(created).acknowledge(finding);
  }
  return created;
}
