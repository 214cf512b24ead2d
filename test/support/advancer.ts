// An advance whose ports are adjusted: to break it, to poison it, or to spare it its pauses.
import { applyPorts } from '../../functions/contact-ports.ts';
import type { ContactEnvironment } from '../../functions/environment.ts';
import { type AwsConfig, queueHandler } from '../../functions/lambda.ts';
import { advance } from '../../functions/use-cases/advance.ts';
import { createApplyCauses } from '../../functions/use-cases/apply-causes.ts';
import type { Builder } from './builders.ts';

type Ports = ReturnType<typeof applyPorts>;

export const advanceWith = (adjust: (ports: Ports) => Partial<Ports>): Builder =>
  ((env: ContactEnvironment, aws: AwsConfig) => {
    const real = applyPorts(env, aws);
    const ports = { ...real, ...adjust(real) };
    const applyCauses = createApplyCauses(ports);
    return queueHandler((records) => advance({ ...ports, applyCauses }, records));
  }) as unknown as Builder;

/** Loses races without waiting between them. */
export const impatient = advanceWith(() => ({ pause: async () => {} }));

/** Cannot decide anything about an event of this name. */
export const poisonedBy = (name: string): Builder =>
  advanceWith(({ books }) => ({
    books: {
      ...books,
      open: async () => {
        const book = await books.open();
        const campaignsAt = (key: string) => {
          if (key === `event:${name}`) throw new Error('poisoned');
          return book.playbook.campaignsAt(key);
        };
        return { ...book, playbook: { ...book.playbook, campaignsAt } };
      },
    },
  }));
