/** The icon set: 20 x 20, stroked with the text's colour. Always decorative; the control carries the name. */
const paths = {
  undo: 'M7 5 3 9l4 4M3 9h8a5 5 0 0 1 0 10h-2',
  redo: 'm13 5 4 4-4 4m4-4H9a5 5 0 0 0 0 10h2',
  share:
    'M8 11a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1m2 4a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1',
  open: 'M2 16V5h5l2 2h8v2M2 16l3-7h14l-3 7z',
  save: 'M10 3v9m-4-4 4 4 4-4M3 16h14',
  presets: 'M3 3h6v6H3zm8 0h6v6h-6zM3 11h6v6H3zm8 0h6v6h-6z',
  commands: 'M4 6h12M4 10h12M4 14h7',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7m0 3v.1M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2m0 13v2M1.5 10h2m13 0h2M4 4l1.4 1.4m9.2 9.2L16 16m0-12-1.4 1.4M5.4 14.6 4 16',
  dark: 'M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9z',
  system: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zV3m2.500 1v12m2.500-10v8',
  projector: 'M2 6h16v9H2zm12.5 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM5 9h2m-2 6v2m10-2v2',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'm5 5 10 10M15 5 5 15',
  add: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3 7V3h4m6 0h4v4m0 6v4h-4m-6 0H3v-4M7.500 7.500h5v5h-5z',
  tidy: 'M2.500 8h4v4h-4zm11-5h4v4h-4zm0 10h4v4h-4zM6.500 10h3.500V5h3.500M10 10v5h3.500',
  snap: 'M3 3h.1M10 3h.1M17 3h.1M3 10h.1M17 10h.1M3 17h.1M10 17h.1M17 17h.1M7.500 7.500h5v5h-5z',
  connect: 'M2.500 7.500h5v5h-5zm10 0h5v5h-5zM7.500 10h5',
  remove: 'M4 6h12M8 6V4h4v2m-6.500 0 .7 11h7.600l.7-11',
  duplicate: 'M7 7h10v10H7zM4 13H3V3h10v1',
  enlarge: 'M11 4h5v5M9 16H4v-5M16 4l-5 5M4 16l5-5',
  reduce: 'M16 9h-5V4M4 11h5v5M11 9l5-5M9 11l-5 5',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  first: 'm13 5-5 5 5 5M6 5v10',
  last: 'm7 5 5 5-5 5m7-10v10',
  play: 'M6 4v12l10-6z',
  pause: 'M7 4v12m6-12v12',
  panel: 'M3 4h14v12H3zm9 0v12',
  device: 'M6 2h8v16H6zm3 13.500h2',
  warning: 'M10 3 2 17h16zm0 5v4m0 2.400v.1',
  note: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16zm0-9v5m0-7.500v.1',
  done: 'm4 10.500 4 4 8-9',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = '1.25em' }: { name: IconName; size?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
