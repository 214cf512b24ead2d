// The pages under Contacts, and their addresses.
import { Route, Routes } from 'react-router';
import { ImportPage } from './imports/import-page.tsx';
import { ImportedPage } from './imports/imported-page.tsx';
import { ContactsPage } from './list/contacts-page.tsx';
import { ProfilePage } from './profile/profile-page.tsx';

export const Component = () => (
  <Routes>
    <Route index element={<ContactsPage />} />
    <Route path="import" element={<ImportPage />} />
    <Route path="import/:id" element={<ImportedPage />} />
    <Route path=":id" element={<ProfilePage />} />
    <Route path=":id/:tab" element={<ProfilePage />} />
  </Routes>
);
