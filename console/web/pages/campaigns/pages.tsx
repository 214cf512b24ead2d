// The pages under Campaigns, and their addresses.
import { Route, Routes } from 'react-router';
import { Only } from '../../session/only.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { CampaignList } from './list/campaign-list.tsx';
import { NewCampaign } from './list/new-campaign.tsx';

export const Component = () => (
  <Routes>
    <Route index element={<CampaignList />} />
    <Route
      path="new"
      element={
        <Only least="marketer">
          <NewCampaign />
        </Only>
      }
    />
    <Route path=":id/:tab?" element={<CampaignPage />} />
  </Routes>
);
