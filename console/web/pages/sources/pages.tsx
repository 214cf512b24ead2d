// The pages under Sources, and their addresses.
import { Route, Routes } from 'react-router';
import { Only } from '../../session/only.tsx';
import { ConnectPage } from './setup/connect-page.tsx';
import { HookPage } from './setup/hook-page.tsx';
import { KeyPage } from './setup/key-page.tsx';
import { SourcesPage } from './sources-page.tsx';

export const Component = () => (
  <Routes>
    <Route
      path="connect"
      element={
        <Only least="administrator">
          <ConnectPage />
        </Only>
      }
    />
    <Route path="hooks/:name" element={<HookPage />} />
    <Route path="keys/:name" element={<KeyPage />} />
    <Route path="*" element={<SourcesPage />} />
  </Routes>
);
