// A cloud assembly as this machine reads it: small ones made here, and the real one.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/assembly.ts';
import { functionNames } from '../../../infra/bundles.ts';
import { resourceTypes } from '../../../infra/local/resource-types.ts';
import { bundleOf, loadAssembly, type Resource } from '../../../infra/local/template.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost:3000' };
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function assembly(stacks: Record<string, object>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  folders.push(folder);
  const artifacts = Object.keys(stacks).map((stack) => [
    stack,
    { type: 'aws:cloudformation:stack', properties: { templateFile: `${stack}.json` } },
  ]);
  const assets = { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } };
  const manifest = { artifacts: { ...Object.fromEntries(artifacts), assets } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const [stack, template] of Object.entries(stacks))
    writeFileSync(join(folder, `${stack}.json`), JSON.stringify(template));
  return folder;
}

const load = (stacks: Record<string, object>): Resource[] => loadAssembly(assembly(stacks), place);

describe('an assembly', () => {
  it('gives a queue its URL, its ARN and a name made of stack and logical id', () => {
    const [, mapping] = load({
      App: {
        Resources: {
          Jobs: { Type: 'AWS::SQS::Queue' },
          Poll: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: { url: { Ref: 'Jobs' }, arn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } },
          },
        },
      },
    });
    expect(mapping).toEqual({
      logicalId: 'Poll',
      stack: 'App',
      type: 'AWS::Lambda::EventSourceMapping',
      ref: 'App-Poll',
      attributes: {},
      properties: {
        url: 'http://sqs.local/000000000000/App-Jobs',
        arn: 'arn:aws:sqs:us-east-1:000000000000:App-Jobs',
      },
    });
  });

  it('names a resource as its template does, even by reference', () => {
    const [, , mapping] = load({
      App: {
        Resources: {
          Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
          Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: { Ref: 'Bus' } } },
          Poll: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: { rule: { 'Fn::GetAtt': ['Rule', 'Arn'] } },
          },
        },
      },
    });
    expect(mapping?.properties.rule).toBe(
      'arn:aws:events:us-east-1:000000000000:rule/orders/App-Rule',
    );
  });

  it('hands a value from one stack to another', () => {
    const [role] = load({
      App: {
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { table: { 'Fn::ImportValue': 'Data:Core' } },
          },
        },
      },
      Data: {
        Resources: { Core: { Type: 'AWS::DynamoDB::GlobalTable' } },
        Outputs: { Core: { Value: { Ref: 'Core' }, Export: { Name: 'Data:Core' } } },
      },
    });
    expect(role?.properties).toEqual({ table: 'Data-Core' });
  });

  it.each([
    ['a type', { Type: 'AWS::EC2::Instance' }, 'App/X: The resource type AWS::EC2::Instance'],
    [
      'an attribute',
      { Type: 'AWS::SQS::Queue', Properties: { a: { 'Fn::GetAtt': ['X', 'Color'] } } },
      'App/X: X has no attribute Color',
    ],
    [
      'a reference',
      { Type: 'AWS::SQS::Queue', Properties: { a: { Ref: 'Nobody' } } },
      'App/X: Nobody is referred to',
    ],
    [
      'an export',
      { Type: 'AWS::SQS::Queue', Properties: { a: { 'Fn::ImportValue': 'None' } } },
      'App/X: No stack exports None',
    ],
    [
      'an intrinsic function',
      { Type: 'AWS::SQS::Queue', Properties: { a: { 'Fn::If': ['C', 1, 2] } } },
      'App/X: The intrinsic function Fn::If',
    ],
    ['a condition', { Type: 'AWS::SQS::Queue', Condition: 'C' }, 'A conditional resource'],
  ])('with %s that is not known is refused by name', (_, X, message) => {
    expect(() => load({ App: { Resources: { X } } })).toThrow(message);
  });
});

describe('the assembly of Perennial', () => {
  it('holds exactly the types that are known here', async () => {
    const folder = await synthesize({
      context: { alarmEmail: 'ops@example.com', hostedZoneId: 'Z1' },
    });
    const types = new Set(loadAssembly(folder, place).map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(resourceTypes).sort());
  });

  it('has a bundle for every function', async () => {
    const folder = await synthesize();
    const functions = loadAssembly(folder, place).filter(
      ({ type }) => type === 'AWS::Lambda::Function',
    );
    const missing = functions.filter(
      (each) => !existsSync(join(bundleOf(folder, each), 'index.mjs')),
    );
    expect(functions).toHaveLength(functionNames.length);
    expect(missing).toEqual([]);
  });

  it('tells the mailer where unsubscribe links lead to', async () => {
    const resources = loadAssembly(await synthesize(), place);
    const deliver = resources.find(({ logicalId }) => logicalId.startsWith('DeliverFunction'));
    expect(deliver?.properties.Environment).toMatchObject({
      Variables: { PUBLIC_URL: 'http://localhost:3000' },
    });
  });
});
