/*
 * Telephones as people write them in their country, made one form (E.164) that any telephone dials. Only countries
 * whose plan is written down here; of the others a number stays as it was typed.
 */

interface Plan {
  readonly code: string;
  /** Digits of a national number without its trunk prefix. */
  readonly digits: readonly number[];
  /** What stands before it when it is dialled within the country. */
  readonly trunks: readonly string[];
}

/** National numbering plans (ITU-T E.164, annexes of the countries): lengths and trunk prefixes. */
const plans = {
  RU: { code: '7', digits: [10], trunks: ['8'] },
  KZ: { code: '7', digits: [10], trunks: ['8'] },
  BY: { code: '375', digits: [9], trunks: ['80'] },
  // Mobile numbers carried 044, 045 or an international 1 until 2019, and still do in many address books.
  MX: { code: '52', digits: [10], trunks: ['044', '045', '01', '1'] },
  ES: { code: '34', digits: [9], trunks: [] },
  US: { code: '1', digits: [10], trunks: ['1'] },
  CO: { code: '57', digits: [10], trunks: [] },
  CL: { code: '56', digits: [9], trunks: ['0'] },
  PE: { code: '51', digits: [9], trunks: ['0'] },
  GB: { code: '44', digits: [10], trunks: ['0'] },
  DE: { code: '49', digits: [10, 11], trunks: ['0'] },
  FR: { code: '33', digits: [9], trunks: ['0'] },
} as const satisfies Readonly<Record<string, Plan>>;

export type Country = keyof typeof plans;

const zonesOf: Readonly<Record<Country, string>> = {
  RU: 'Europe/Moscow Europe/Kaliningrad Europe/Samara Europe/Saratov Europe/Volgograd Europe/Astrakhan Europe/Kirov Europe/Ulyanovsk Europe/Simferopol Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita Asia/Yakutsk Asia/Khandyga Asia/Vladivostok Asia/Ust-Nera Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr',
  KZ: 'Asia/Almaty Asia/Qyzylorda Asia/Qostanay Asia/Aqtobe Asia/Aqtau Asia/Atyrau Asia/Oral',
  BY: 'Europe/Minsk',
  MX: 'America/Mexico_City America/Cancun America/Merida America/Monterrey America/Matamoros America/Chihuahua America/Ciudad_Juarez America/Ojinaga America/Mazatlan America/Bahia_Banderas America/Hermosillo America/Tijuana',
  ES: 'Europe/Madrid Africa/Ceuta Atlantic/Canary',
  US: 'America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu',
  CO: 'America/Bogota',
  CL: 'America/Santiago America/Punta_Arenas Pacific/Easter',
  PE: 'America/Lima',
  GB: 'Europe/London',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
};

const countries = new Map(
  Object.entries(zonesOf).flatMap(([country, zones]) => zones.split(' ').map((zone) => [zone, country as Country])),
);

/** The country of an IANA zone, as far as its numbering plan is known here. */
export const countryOf = (zone: string): Country | undefined => countries.get(zone);

/**
 * What any telephone dials, for example `+79161234567`; null when the number does not fit the country's plan. A number
 * that names its country already (`+`, `00`) needs no country.
 */
export function dialled(typed: string, country: Country | undefined): string | null {
  const text = typed.split(/ ?(?:доб\.?|ext\.?|x|#)/i)[0] ?? '';
  const digits = text.replace(/\D/g, '');
  if (/^\s*\+/.test(text)) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (!country) return null;
  const plan: Plan = plans[country];
  const national = nationalOf(digits, plan);
  return national === undefined ? null : `+${plan.code}${national}`;
}

/** Mexican mobiles lose the old 1 after the country's code; everything else stays. */
const international = (digits: string): string | null => {
  const known = digits.replace(/^521(?=\d{10}$)/, '52');
  return /^[1-9]\d{6,14}$/.test(known) ? `+${known}` : null;
};

function nationalOf(digits: string, { code, digits: lengths, trunks }: Plan): string | undefined {
  const fits = (number: string): boolean => lengths.includes(number.length) && !number.startsWith('0');
  if (fits(digits)) return digits;
  const bare = [...trunks, code].flatMap((prefix) => (digits.startsWith(prefix) ? [digits.slice(prefix.length)] : []));
  return bare.find(fits);
}

/** Inner numbers belong to the telephone: two desks of one school are two. */
const extensionOf = (typed: string): string => /(?:доб\.?|ext\.?|x|#) ?(\d{1,6})$/i.exec(typed.trim())?.[1] ?? '';

/** The part of a number that is dialled from anywhere in its country, by the plans written down here. */
function significant(typed: string): string {
  const abroad = dialled(typed, undefined);
  if (abroad) return afterCode(abroad.slice(1)) ?? abroad;
  const digits = (typed.split(/ ?(?:доб\.?|ext\.?|x|#)/i)[0] ?? '').replace(/\D/g, '');
  if (/^(?:044|045|01)\d{10}$/.test(digits)) return digits.slice(-10);
  if (/^80\d{9}$/.test(digits)) return digits.slice(2);
  if (digits.startsWith('0')) return digits.slice(1);
  if (/^[178]\d{10}$/.test(digits)) return digits.slice(1);
  return /^\d{9,10}$/.test(digits) ? digits : (afterCode(digits) ?? digits);
}

/** A number without the code of its country; undefined when it begins with none of those known here. */
function afterCode(digits: string): string | undefined {
  const rest = Object.values<Plan>(plans).flatMap(({ code, digits: lengths }) =>
    digits.startsWith(code) && lengths.includes(digits.length - code.length) ? [digits.slice(code.length)] : [],
  );
  return rest[0];
}

/** Equal for all ways to write one telephone: with the country's code, with what is dialled within it, or bare. */
export function telephoneKey(typed: string): string {
  const extension = extensionOf(typed);
  return `${significant(typed)}${extension ? `x${extension}` : ''}`;
}

/** Whether two ways to write a person's telephone mean the same one. Numbers that name different countries never do. */
export function isSameTelephone(one: string, other: string): boolean {
  const [first, second] = [dialled(one, undefined), dialled(other, undefined)];
  if (first && second && first !== second) return false;
  return telephoneKey(one) === telephoneKey(other);
}
