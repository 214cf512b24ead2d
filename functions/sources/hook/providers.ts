// The senders of webhooks that are understood, listed once.
import type { Provider } from './provider.ts';

export const providers: readonly Provider[] = [];
