import { Route, Routes } from 'react-router';
import { lazily } from '../lazily.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { TodayPage } from '../pages/today/TodayPage.tsx';
import { usePlugins } from './PluginsContext.ts';
import { Shell } from './Shell.tsx';

const AccountPage = lazily(
  async () => (await import('../pages/account/AccountPage.tsx')).AccountPage,
  'auth/account',
  'auth/doors',
);
const GroupPage = lazily(
  async () => (await import('../pages/groups/GroupPage.tsx')).GroupPage,
  'client/manage',
  'client/people',
);
const GroupsPage = lazily(
  async () => (await import('../pages/groups/GroupsPage.tsx')).GroupsPage,
  'client/manage',
  'client/people',
);
const GuidePage = lazily(async () => (await import('../pages/guides/GuidePage.tsx')).GuidePage);
const GuidesPage = lazily(async () => (await import('../pages/guides/GuidesPage.tsx')).GuidesPage);
const HoursPage = lazily(async () => (await import('../pages/hours/HoursPage.tsx')).HoursPage, 'client/hours');
const ImportPage = lazily(
  async () => (await import('../pages/import/ImportPage.tsx')).ImportPage,
  'client/import',
  'import/faults',
);
const NoticesPage = lazily(async () => (await import('../pages/notices/NoticesPage.tsx')).NoticesPage, 'notices');
const PeoplePage = lazily(
  async () => (await import('../pages/people/PeoplePage.tsx')).PeoplePage,
  'client/manage',
  'client/people',
);
const PersonPage = lazily(
  async () => (await import('../pages/people/PersonPage.tsx')).PersonPage,
  'client/manage',
  'client/people',
);
const SchoolPage = lazily(
  async () => (await import('../pages/school/SchoolPage.tsx')).SchoolPage,
  'client/manage',
  'notify/settings',
);
const SettingsPage = lazily(
  async () => (await import('../pages/settings/SettingsPage.tsx')).SettingsPage,
  'notices',
  'client/people',
  'notify/settings',
);

/** Every address of the product. Today is home, so it comes with the first download. */
export function Pages() {
  const plugins = usePlugins();
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<TodayPage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="groups" element={<GroupsPage />} />
        <Route path="groups/:groupId/:tab?" element={<GroupPage />} />
        <Route path="guides" element={<GuidesPage />} />
        <Route path="guides/:audience" element={<GuidePage />} />
        <Route path="hours" element={<HoursPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="notices" element={<NoticesPage />} />
        <Route path="people" element={<PeoplePage />} />
        <Route path="people/:personId/:tab?" element={<PersonPage />} />
        <Route path="school" element={<SchoolPage />} />
        <Route path="settings" element={<SettingsPage />} />
        {plugins.flatMap((plugin) =>
          (plugin.pages ?? []).map(({ path, page: PluginPage }) => (
            <Route key={`${plugin.id} ${path}`} path={path} element={<PluginPage />} />
          )),
        )}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
