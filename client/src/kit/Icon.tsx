/** Outlines on a grid of 24, drawn with a line of 1.75. */
const outlines = {
  today: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  week: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  people:
    'M9 11.5a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.6-3.6 3-5.5 6.5-5.500s5.9 1.9 6.5 5.500M16 4.800a3.5 3.5 0 010 6.400M17.5 14.900c2.2.7 3.6 2.4 4 5.1',
  groups: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  upload: 'M12 16V4.500M7.5 9L12 4.5 16.5 9M4.5 15v4.500h15V15',
  clock: 'M12 20.500a8.5 8.5 0 100-17 8.5 8.5 0 000 17zM12 7.500V12l3 2',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4',
  bell: 'M6 16.500V11a6 6 0 0112 0v5.500l1.5 1.500h-15zM10 20.500h4',
  chat: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l4.5 4.5',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M9.5 7V4.500h5V7M7 7l.8 12.500h8.400L17 7M10.5 11v5M13.5 11v5',
  copy: 'M9 9h10.500v10.500H9zM15 9V4.500H4.500V15H9',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  video: 'M3.5 6.500h11v11h-11zM14.5 10.500l6-3.500v10l-6-3.5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  swap: 'M4 8.500h14M14.5 5L18 8.5 14.5 12M20 15.500H6M9.5 12L6 15.5 9.5 19',
  bench: 'M4 5h16v14H4zM4 12h16M9.3 5v14M14.7 5v14',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  alert: 'M12 8v5.500M12 16.800v.01M12 20.500a8.5 8.5 0 100-17 8.5 8.5 0 000 17z',
  person: 'M12 11.500a4 4 0 100-8 4 4 0 000 8zM4.5 20.500c.7-4 3.5-6 7.5-6s6.8 2 7.5 6',
  moved: 'M4 12h15M13.5 6.500L19 12l-5.5 5.5',
  leave: 'M14 4.500H5v15h9M10 12h10.500M16.5 8l4 4-4 4',
  phone:
    'M6.500 3.500h3l1.500 4-2 1.500a11 11 0 006 6l1.500-2 4 1.500v3a2 2 0 01-2 2A16 16 0 014.500 5.500a2 2 0 012-2z',
  school: 'M3 10l9-5.500 9 5.500-9 5.500zM7 12.500V17c2.800 2.200 7.200 2.200 10 0v-4.500M21 10v6',
  help: 'M12 20.500a8.5 8.5 0 100-17 8.5 8.5 0 000 17zM9.5 9.500a2.5 2.5 0 113.600 2.250c-.8.4-1.1.8-1.1 1.750M12 16.500v.01',
  file: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4',
  talk: 'M4 5h16v11H11l-4.500 4v-4H4z',
} as const;

export type IconName = keyof typeof outlines;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** A sign beside words; never the only name of a thing. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={outlines[name]} />
    </svg>
  );
}
