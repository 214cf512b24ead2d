// Which page stands at which address. Addresses stand behind a "#", so that any host can serve the console, and hold
// ids alone: never an address of somebody, never a name.
import { createHashRouter } from 'react-router';
import { Lost } from './shell/lost.tsx';
import { places } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';

export const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <Lost />,
    children: [
      ...places.map(({ path, pages }) => ({ path: `${path}/*`.replace('//', '/'), lazy: pages })),
    ],
  },
]);
