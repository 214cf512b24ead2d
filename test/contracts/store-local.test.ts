// The store's promises, on the local engine.
import { localStore } from '../support/local-store.ts';
import { storeContract } from './store.ts';

storeContract(localStore);
