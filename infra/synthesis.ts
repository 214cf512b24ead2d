// Turns the code into a cloud assembly: bundles, builds the stacks, writes the templates.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './bundles.ts';
import { perennial } from './stacks.ts';

export interface SynthesisOptions {
  /** Where the assembly goes; without it, where the CDK's own command asks for it, else cdk.out. */
  readonly folder?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  /** Hooks checks up to the app before it is synthesized. */
  readonly inspect?: (app: App) => void;
}

/** The folder of the assembly. Throws if a check that was hooked up finds something. */
export async function synthesis({ folder, context, inspect }: SynthesisOptions): Promise<string> {
  const bundles = await mkdtemp(join(tmpdir(), 'perennial-bundles-'));
  try {
    const app = new App({
      ...(folder && { outdir: folder }),
      // Only the CDK's own command hands us cdk.json; its flags are what makes the checks strict.
      context: { ...cdk.context, ...context },
      analyticsReporting: false,
    });
    perennial(app, await bundle(bundles));
    inspect?.(app);
    return app.synth().directory;
  } finally {
    await rm(bundles, { recursive: true });
  }
}
