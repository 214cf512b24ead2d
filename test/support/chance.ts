// Runs before every file of tests: properties try the same cases in every ordinary run, so that a change is judged by what
// it changes. The long runs try new ones; a failure prints its seed, and PROPERTIES_SEED=… tries those again.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTIES_SEED ?? 20_261_122) });
