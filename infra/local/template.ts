// Reads a synthesized cloud assembly and resolves what its templates refer to, as CloudFormation would on deploying.
// It provisions nothing, and refuses what it does not know.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { absent, resolve, type Scope } from './intrinsics.ts';
import { type Identified, resourceTypes } from './resource-types.ts';

export interface Place {
  readonly region: string;
  readonly account: string;
  readonly publicUrl: string;
}

export interface Resource {
  readonly logicalId: string;
  readonly stack: string;
  readonly type: string;
  /** Resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const properties = z.record(z.string(), z.unknown());
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: properties.default({}),
      Condition: z.undefined({ error: 'A conditional resource is not known here' }).optional(),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }),
    )
    .default({}),
});
const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: properties.optional() }),
  ),
});
const stackSchema = z.object({ templateFile: z.string(), stackName: z.string().optional() });

type Template = z.infer<typeof templateSchema>;
type Stacks = ReadonlyMap<string, Template>;

/** All resources of all stacks. Throws, naming the resource, if something in it is not known. */
export function loadAssembly(folder: string, place: Place): Resource[] {
  const stacks = readStacks(folder);
  return [...stacks].flatMap(([stack, { Resources }]) => {
    const scope = scopeOf(stack, stacks, place);
    return Object.entries(Resources).map(([logicalId, { Type: type, Properties }]) =>
      naming(`${stack}/${logicalId}`, () => {
        if (!resourceTypes[type]) throw new Error(`The resource type ${type} is not known here`);
        return { logicalId, stack, type, properties: properties.parse(resolve(Properties, scope)) };
      }),
    );
  });
}

/** The folder of a function's bundle. */
export function bundleOf(folder: string, { logicalId, properties: { Code } }: Resource): string {
  const { S3Key } = naming(logicalId, () => z.object({ S3Key: z.string() }).parse(Code));
  return join(folder, `asset.${S3Key.replace(/\.zip$/, '')}`);
}

function readStacks(folder: string): Stacks {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { artifacts } = manifestSchema.parse(read('manifest.json'));
  const stacks = Object.entries(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  return new Map(
    stacks.map(([id, artifact]) => {
      const { templateFile, stackName = id } = stackSchema.parse(artifact.properties);
      return [stackName, naming(stackName, () => templateSchema.parse(read(templateFile)))];
    }),
  );
}

function scopeOf(stack: string, stacks: Stacks, place: Place): Scope {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': place.account,
    'AWS::NoValue': absent,
    'AWS::Partition': 'aws',
    'AWS::Region': place.region,
    'AWS::StackName': stack,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const scope: Scope = {
    ref: (name) => pseudo[name] ?? lookUp(name).type.ref(lookUp(name).identified),
    attribute: (logicalId, name) => {
      const { type, identified } = lookUp(logicalId);
      const attribute = type.attributes[name];
      if (!attribute) throw new Error(`${logicalId} has no attribute ${name} that is known here`);
      return attribute(identified);
    },
    imported: (name) => imported(name, stacks, place),
  };
  const lookUp = (logicalId: string) => {
    const resource = stacks.get(stack)?.Resources[logicalId];
    const type = resource && resourceTypes[resource.Type];
    if (!type) throw new Error(`${logicalId} is referred to, but not known here`);
    const property = (name: string) =>
      z.string().optional().parse(resolve(resource.Properties[name], scope));
    const identified: Identified = { ...place, stack, logicalId, property };
    return { type, identified };
  };
  return scope;
}

function imported(name: string, stacks: Stacks, place: Place): unknown {
  for (const [stack, { Outputs }] of stacks)
    for (const { Value, Export } of Object.values(Outputs))
      if (Export?.Name === name) return resolve(Value, scopeOf(stack, stacks, place));
  throw new Error(`No stack exports ${name}`);
}

function naming<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
