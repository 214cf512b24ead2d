// The pages under Broadcasts, and their addresses.
import { Route, Routes } from 'react-router';
import { Only } from '../../session/only.tsx';
import { NewBroadcast } from './begin/new-broadcast.tsx';
import { BroadcastPage } from './broadcast/broadcast-page.tsx';
import { BroadcastsPage } from './broadcasts-page.tsx';

export function Component() {
  return (
    <Routes>
      <Route index element={<BroadcastsPage />} />
      <Route
        path="new"
        element={
          <Only least="marketer">
            <NewBroadcast />
          </Only>
        }
      />
      <Route path=":id" element={<BroadcastPage />} />
    </Routes>
  );
}
