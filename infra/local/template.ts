// Reads a synthesized cloud assembly and resolves what its templates refer to, as CloudFormation would on deploying.
// It provisions nothing, and refuses what it does not know.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { absent, resolve, type Scope } from './intrinsics.ts';
import { resourceTypes } from './resource-types.ts';

export interface Place {
  readonly region: string;
  readonly account: string;
  /** Where this machine answers HTTP requests, without a slash at the end. */
  readonly publicUrl: string;
}

export interface Resource {
  readonly logicalId: string;
  readonly stack: string;
  readonly type: string;
  /** What a reference to it stands for. */
  readonly ref: string;
  /** What its attributes stand for: the Arn, if it has one. */
  readonly attributes: Readonly<Record<string, string>>;
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

/** All resources of all stacks. Throws, naming the resource, if something in it is not known. */
export function loadAssembly(folder: string, place: Place): Resource[] {
  const stacks = readStacks(folder);
  return [...stacks].flatMap(([name, { Resources }]) => {
    const stack = new Stack(name, stacks, place);
    return Object.keys(Resources)
      .filter((logicalId) => !isOfDeploying(logicalId))
      .map((logicalId) => naming(`${name}/${logicalId}`, () => stack.resource(logicalId)));
  });
}

/** The CDK's own function, its role and what they may: they lay files into a bucket while a stack is deployed. */
const isOfDeploying = (logicalId: string): boolean =>
  logicalId.startsWith('CustomCDKBucketDeployment');

/** The folder of a function's bundle. */
export function bundleOf(folder: string, { logicalId, properties: { Code } }: Resource): string {
  const { S3Key } = naming(logicalId, () => z.object({ S3Key: z.string() }).parse(Code));
  return join(folder, `asset.${S3Key.replace(/\.zip$/, '')}`);
}

type Stacks = ReadonlyMap<string, Template>;

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

/** What names mean within one stack. */
class Stack implements Scope {
  readonly #name: string;
  readonly #stacks: Stacks;
  readonly #place: Place;
  readonly #pseudo: Readonly<Record<string, unknown>>;

  constructor(name: string, stacks: Stacks, place: Place) {
    this.#name = name;
    this.#stacks = stacks;
    this.#place = place;
    this.#pseudo = {
      'AWS::AccountId': place.account,
      'AWS::NoValue': absent,
      'AWS::Partition': 'aws',
      'AWS::Region': place.region,
      'AWS::StackName': name,
      'AWS::URLSuffix': 'amazonaws.com',
    };
  }

  resource(logicalId: string): Resource {
    const { template, ref, attributes } = this.#find(logicalId);
    return {
      logicalId,
      stack: this.#name,
      type: template.Type,
      ref,
      attributes,
      properties: properties.parse(resolve(template.Properties, this)),
    };
  }

  ref(name: string): unknown {
    return this.#pseudo[name] ?? this.#find(name).ref;
  }

  attribute(logicalId: string, attribute: string): unknown {
    const value = this.#find(logicalId).attributes[attribute];
    if (value) return value;
    throw new Error(`${logicalId} has no attribute ${attribute} that is known here`);
  }

  imported(exportName: string): unknown {
    for (const [name, { Outputs }] of this.#stacks)
      for (const { Value, Export } of Object.values(Outputs))
        if (Export?.Name === exportName)
          return resolve(Value, new Stack(name, this.#stacks, this.#place));
    throw new Error(`No stack exports ${exportName}`);
  }

  #find(logicalId: string) {
    const template = this.#stacks.get(this.#name)?.Resources[logicalId];
    if (!template) throw new Error(`${logicalId} is referred to, but not known here`);
    const type = resourceTypes[template.Type];
    if (!type) throw new Error(`The resource type ${template.Type} is not known here`);
    // Only what gives a resource its name is resolved here: two resources may well mention each other.
    const property = (name: string) =>
      z.string().optional().parse(resolve(template.Properties[name], this));
    const identified = { ...this.#place, stack: this.#name, logicalId, property };
    const attributes = Object.entries(type.attributes).map(([name, of]) => [name, of(identified)]);
    return { template, ref: type.ref(identified), attributes: Object.fromEntries(attributes) };
  }
}

function naming<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
