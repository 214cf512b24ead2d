// The CDK app. `npm run synth` runs it to check everything, `npm run deploy` to deploy it.
import { AwsSolutionsChecks } from 'cdk-nag';
import { synthesis } from './synthesis.ts';

await synthesis({
  folder: process.env.CDK_OUTDIR ?? 'cdk.out',
  checks: [new AwsSolutionsChecks()],
});
