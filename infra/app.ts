// The CDK app. `npm run synth` runs it to check everything, `npm run deploy` to deploy it.
import { AwsSolutionsChecks } from 'cdk-nag';
import { consoleBuild, isBuilt } from './console-files.ts';
import { synthesis } from './synthesis.ts';

await synthesis({
  folder: process.env.CDK_OUTDIR ?? 'cdk.out',
  ...(isBuilt() && { console: consoleBuild }),
  checks: [new AwsSolutionsChecks()],
});
