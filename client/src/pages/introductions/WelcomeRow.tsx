import { useTranslation } from 'react-i18next';
import { List, Row } from '../../kit/List.tsx';

/** How many people a new student has still to meet. */
export function WelcomeRow({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('introductions');
  return (
    <List label={t('title')}>
      <Row to="/who" title={t('meet', { count: names.length })} details={names.join(', ')} />
    </List>
  );
}
