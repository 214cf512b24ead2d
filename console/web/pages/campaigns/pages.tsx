// The pages under Campaigns, and their addresses.
import { Route, Routes } from 'react-router';
import { CampaignPage } from './campaign-page.tsx';
import { CampaignList } from './list/campaign-list.tsx';
import { NewCampaign } from './list/new-campaign.tsx';

export const Component = () => (
  <Routes>
    <Route index element={<CampaignList />} />
    <Route path="new" element={<NewCampaign />} />
    <Route path=":id/:tab?" element={<CampaignPage />} />
  </Routes>
);
