import type { Channel } from '../../api/contacts.ts';

/** What kind of address it is, for choosing: a messenger by its own name. */
export const wayOf = ({ kind, service }: Pick<Channel, 'kind' | 'service'>): string => service ?? kind;

const digits = (value: string): string => value.replaceAll(/\D/g, '');

/** Where a tap on the address leads; undefined where there is nothing to open. */
export function hrefOf({ kind, service, value, dials }: Channel): string | undefined {
  if (kind === 'email') return `mailto:${value}`;
  if (kind === 'phone') return `tel:${dials ?? value.replaceAll(/[^+\d]/g, '')}`;
  const handle = value.trim().replace(/^@/, '');
  const isNumber = /^\+?[\d ()-]{7,}$/.test(value.trim());
  switch (service) {
    case 'telegram':
      return isNumber ? `https://t.me/+${digits(value)}` : `https://t.me/${encodeURIComponent(handle)}`;
    case 'whatsapp':
      return isNumber ? `https://wa.me/${digits(value)}` : undefined;
    case 'vk':
      return /^[\w.]+$/.test(handle) ? `https://vk.com/${handle}` : undefined;
    default:
      return undefined;
  }
}
