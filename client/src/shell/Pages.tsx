import { Route, Routes } from 'react-router';
import { lazily } from '../lazily.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { TodayPage } from '../pages/today/TodayPage.tsx';
import { usePlugins } from './PluginsContext.ts';
import { Shell } from './Shell.tsx';

const AccountPage = lazily(async () => (await import('../pages/account/AccountPage.tsx')).AccountPage);
const GroupPage = lazily(async () => (await import('../pages/groups/GroupPage.tsx')).GroupPage);
const GroupsPage = lazily(async () => (await import('../pages/groups/GroupsPage.tsx')).GroupsPage);
const GuidePage = lazily(async () => (await import('../pages/guides/GuidePage.tsx')).GuidePage);
const GuidesPage = lazily(async () => (await import('../pages/guides/GuidesPage.tsx')).GuidesPage);
const HoursPage = lazily(async () => (await import('../pages/hours/HoursPage.tsx')).HoursPage);
const ImportPage = lazily(async () => (await import('../pages/import/ImportPage.tsx')).ImportPage);
const NoticesPage = lazily(async () => (await import('../pages/notices/NoticesPage.tsx')).NoticesPage, 'notices');
const PeoplePage = lazily(async () => (await import('../pages/people/PeoplePage.tsx')).PeoplePage);
const PersonPage = lazily(async () => (await import('../pages/people/PersonPage.tsx')).PersonPage);
const SchoolPage = lazily(async () => (await import('../pages/school/SchoolPage.tsx')).SchoolPage);
const SettingsPage = lazily(async () => (await import('../pages/settings/SettingsPage.tsx')).SettingsPage, 'notices');

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
