// The pages under Contacts, and their addresses.
import { Route, Routes } from 'react-router';
import { Only } from '../../session/only.tsx';
import { ImportPage } from './imports/import-page.tsx';
import { ImportedPage } from './imports/imported-page.tsx';
import { ContactsPage } from './list/contacts-page.tsx';
import { ProfilePage } from './profile/profile-page.tsx';

export const Component = () => (
  <Routes>
    <Route index element={<ContactsPage />} />
    <Route
      path="import"
      element={
        <Only least="marketer">
          <ImportPage />
        </Only>
      }
    />
    <Route path="import/:id" element={<ImportedPage />} />
    <Route path=":id" element={<ProfilePage />} />
    <Route path=":id/:tab" element={<ProfilePage />} />
  </Routes>
);
