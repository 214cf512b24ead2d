// A moment, told by how far away it is; the exact one stands behind it.
import { Tooltip } from '@mantine/core';
import { useFormats } from '../words/use-formats.ts';

export function Moment({ at, exact = false }: { readonly at: number; readonly exact?: boolean }) {
  const { moment, fromNow } = useFormats();
  const [shown, behind] = exact ? [moment(at), fromNow(at)] : [fromNow(at), moment(at)];
  return (
    <Tooltip label={behind} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={new Date(at).toISOString()}>{shown}</time>
    </Tooltip>
  );
}
