// The pages under Segments, and their addresses: segments by their conditions, and lists that are kept by hand.
import { Route, Routes } from 'react-router';
import { Only } from '../../session/only.tsx';
import { ListPage } from './lists/list-page.tsx';
import { ListsPage } from './lists/lists-page.tsx';
import { NewSegment } from './segment/new-segment.tsx';
import { SegmentPage } from './segment/segment-page.tsx';
import { SegmentsPage } from './segments-page.tsx';

export function Component() {
  return (
    <Routes>
      <Route index element={<SegmentsPage />} />
      <Route
        path="new"
        element={
          <Only least="marketer">
            <NewSegment />
          </Only>
        }
      />
      <Route path="lists" element={<ListsPage />} />
      <Route path="lists/:id" element={<ListPage />} />
      <Route path=":id" element={<SegmentPage />} />
    </Routes>
  );
}
