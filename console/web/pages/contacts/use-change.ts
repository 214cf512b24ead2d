// Changing one contact: what is shown of it is read again, and a repeated click changes nothing twice.
import type { Schemas } from '../../api/client.ts';
import { client } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import type { Contact } from './contact.ts';

type Changes = Schemas['patchContactsIdBody'];

export const useChange = ({ id }: Contact, after?: () => void) =>
  useAct({
    run: (body: Changes) => client.PATCH('/api/contacts/{id}', { params: { path: { id } }, body }),
    ...(after && { after }),
  });
