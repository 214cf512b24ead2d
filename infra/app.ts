// The CDK app. `npm run synth` runs it to check everything, `npm run deploy` to deploy it.
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { synthesis } from './synthesis.ts';

// As a plain program nobody hands us cdk.json, and its flags are what makes the checks strict.
await synthesis({
  context: cdk.context,
  folder: process.env.CDK_OUTDIR ?? 'cdk.out',
  inspect: (app) => Validations.of(app).addPlugins(new AwsSolutionsChecks()),
});
