// Every resource type of our stacks, once: its name and ARN on this machine, and why it has nothing to do here if so.
// A type that is not in this list does not exist here, and a template with it is refused.

/** A resource as far as its name needs it. */
interface Identified {
  readonly stack: string;
  readonly logicalId: string;
  readonly region: string;
  readonly account: string;
  /** Where this machine answers HTTP requests. */
  readonly publicUrl: string;
  /** A property that gives the resource its name; undefined if the template leaves it out. */
  property(name: string): string | undefined;
}

type Naming = (resource: Identified) => string;

interface ResourceType {
  readonly ref: Naming;
  readonly attributes: Readonly<Record<string, Naming>>;
  readonly ignoredBecause?: string;
}

const generated: Naming = ({ stack, logicalId }) => `${stack}-${logicalId}`;

const given =
  (property: string): Naming =>
  (resource) =>
    resource.property(property) ?? generated(resource);

const arn =
  (service: string, path: Naming): Naming =>
  (resource) =>
    `arn:aws:${service}:${resource.region}:${resource.account}:${path(resource)}`;

const within =
  (prefix: string, name: Naming, suffix = ''): Naming =>
  (resource) =>
    `${prefix}${name(resource)}${suffix}`;

const runs = (ref: Naming, attributes: Readonly<Record<string, Naming>> = {}): ResourceType => ({
  ref,
  attributes,
});

const ignored = (
  ignoredBecause: string,
  ref: Naming = generated,
  attributes: Readonly<Record<string, Naming>> = {},
): ResourceType => ({ ref, attributes, ignoredBecause });

const queueName = given('QueueName');
const tableName = given('TableName');
const functionName = given('FunctionName');
const busName = given('Name');
const roleArn: Naming = (role) => `arn:aws:iam::${role.account}:role/${generated(role)}`;
const topicArn = arn('sns', given('TopicName'));
const ruleName: Naming = (rule) => {
  const bus = rule.property('EventBusName');
  return bus ? `${bus}/${generated(rule)}` : generated(rule);
};
const queueUrl: Naming = (queue) => `http://sqs.local/${queue.account}/${queueName(queue)}`;

/** Three names by which SES proves its signature, each leading to a key. */
const dkimNames = Object.fromEntries(
  [1, 2, 3].flatMap((at): [string, Naming][] => [
    [`DkimDNSTokenName${at}`, within(`local${at}._domainkey.`, given('EmailIdentity'))],
    [`DkimDNSTokenValue${at}`, () => `local${at}.dkim.amazonses.com`],
  ]),
);

const servedFromDisk = 'the door serves the console from the folder of its build';
const noPasswords =
  'the owner of this machine signs in without asking, everybody else with a token';
/** By which functions know that there is none. */
const none: Naming = () => 'none';
const noMetrics = 'the metrics it watches are made by AWS';

export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::GlobalTable': runs(tableName, {
    Arn: arn('dynamodb', within('table/', tableName)),
  }),
  'AWS::SQS::Queue': runs(queueUrl, { Arn: arn('sqs', queueName), QueueName: queueName }),
  'AWS::SQS::QueuePolicy': ignored('only rules of these templates send to the queues by policy'),
  'AWS::Lambda::Function': runs(functionName, {
    Arn: arn('lambda', within('function:', functionName)),
  }),
  'AWS::Lambda::EventSourceMapping': runs(generated),
  'AWS::Lambda::Permission': ignored('only routes and rules of these templates call the functions'),
  'AWS::IAM::Role': runs(generated, { Arn: roleArn }),
  'AWS::IAM::Policy': runs(generated),
  'AWS::Events::EventBus': runs(busName, { Arn: arn('events', within('event-bus/', busName)) }),
  'AWS::Events::Rule': runs(ruleName, { Arn: arn('events', within('rule/', ruleName)) }),
  'AWS::ApiGatewayV2::Api': runs(generated, { ApiEndpoint: ({ publicUrl }) => publicUrl }),
  'AWS::ApiGatewayV2::Stage': runs(given('StageName')),
  'AWS::ApiGatewayV2::Route': runs(generated),
  'AWS::ApiGatewayV2::Integration': runs(generated),
  'AWS::SES::EmailIdentity': runs(given('EmailIdentity'), dkimNames),
  'AWS::Route53::RecordSet': ignored('this machine is asked for no names'),
  'AWS::SES::ConfigurationSet': runs(given('Name')),
  'AWS::SES::ConfigurationSetEventDestination': runs(generated),
  'AWS::Logs::LogGroup': ignored('what the functions print is shown on the terminal', generated, {
    Arn: arn('logs', within('log-group:', generated, ':*')),
  }),
  'AWS::CloudWatch::Alarm': ignored(noMetrics),
  'AWS::CloudWatch::Dashboard': ignored(noMetrics),
  'AWS::S3::Bucket': ignored(servedFromDisk, generated, {
    Arn: (bucket) => `arn:aws:s3:::${generated(bucket)}`,
    RegionalDomainName: (bucket) => `${generated(bucket)}.s3.amazonaws.com`,
  }),
  'AWS::S3::BucketPolicy': ignored(servedFromDisk),
  'Custom::CDKBucketDeployment': ignored(servedFromDisk),
  'AWS::Lambda::LayerVersion': ignored('it is part of what lays files into a bucket'),
  'AWS::CloudFront::Distribution': ignored('the door serves the console itself', generated, {
    DomainName: (distribution) => `${generated(distribution)}.cloudfront.net`,
  }),
  'AWS::CloudFront::OriginAccessControl': ignored(servedFromDisk, generated, { Id: generated }),
  'AWS::CloudFront::ResponseHeadersPolicy': ignored('the door sends the same headers itself'),
  'AWS::Cognito::UserPool': ignored(noPasswords, none, { Arn: arn('cognito-idp', none) }),
  'AWS::Cognito::UserPoolClient': ignored(noPasswords, none),
  'AWS::Cognito::UserPoolDomain': ignored(noPasswords, none),
  'AWS::SNS::Topic': ignored('it tells of alarms, and there are none here', topicArn),
  'AWS::SNS::TopicPolicy': ignored('it guards the topic of alarms'),
  'AWS::SNS::Subscription': ignored('it tells of alarms, and there are none here'),
};
