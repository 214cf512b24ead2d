// The pages under Templates, and their addresses. Tabs are told by a query, so that no name of a template is taken.
import { Route, Routes } from 'react-router';
import { BlockPage } from './blocks/block-page.tsx';
import { TemplatePage } from './editor/template-page.tsx';
import { LibraryPage } from './library/library-page.tsx';

export const Component = () => (
  <Routes>
    <Route index element={<LibraryPage />} />
    <Route path="blocks/:id" element={<BlockPage />} />
    <Route path=":id" element={<TemplatePage />} />
  </Routes>
);
