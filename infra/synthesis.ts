// Turns the code into a cloud assembly: bundles, builds the stacks, writes the templates.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './bundles.ts';
import { perennial } from './stacks.ts';

interface SynthesisOptions {
  /** Where the assembly goes. */
  readonly folder: string;
  readonly context?: Readonly<Record<string, unknown>>;
  /** The folder of the console's build; without it a page that says so stands in. */
  readonly console?: string | undefined;
  /** What to check beside CloudFormation's own rules; without it nothing is checked, which is much faster. */
  readonly checks?: readonly IPolicyValidationPlugin[];
}

/** Throws if a check finds something. */
export async function synthesis({
  folder,
  context,
  checks,
  ...built
}: SynthesisOptions): Promise<void> {
  const bundles = await mkdtemp(join(tmpdir(), 'perennial-bundles-'));
  try {
    const app = new App({
      outdir: folder,
      // Only the CDK's own command hands us cdk.json; its flags are what makes the checks strict.
      context: { ...cdk.context, ...context },
      builtinCloudFormationValidation: checks !== undefined,
      analyticsReporting: false,
    });
    perennial(app, { ...built, bundles: await bundle(bundles) });
    if (checks) Validations.of(app).addPlugins(...checks);
    app.synth();
  } finally {
    await rm(bundles, { recursive: true });
  }
}
