import type { NodeKind } from '../../core/network/types';

/** One glyph per kind, 24 x 24, stroked with the text's colour. */
const paths: Readonly<Record<NodeKind, string>> = {
  // A phone.
  ue: 'M7.500 2.500h9a1.500 1.500 0 0 1 1.500 1.500v16a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 6 20V4a1.500 1.500 0 0 1 1.500-1.500zM10.500 18.500h3',
  // A mast that radiates.
  gnb: 'M12 9.500 8 21.500m4-12 4 12M9.300 17.500h5.400M12 8.500a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM8.500 11a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M5.700 13.500a8.500 8.500 0 0 1 0-12m12.600 0a8.500 8.500 0 0 1 0 12',
  // A smaller mast with a wireless link behind it.
  iab: 'M15 10.500 11.500 21.500m3.500-11 3.500 11M12.700 17.500h4.600M15 9.500a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM11.500 12a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M2.500 8.500h2m1.500 0h2m-5.500 0 2-2m-2 2 2 2',
  // A server with a few slots.
  mec: 'M4 4h16v6.500H4zm0 9.500h16V20H4zM7 7.250h.1M7 16.750h.1M11 7.250h6M11 16.750h6M12 10.500v3',
  // A network in a ring.
  core: 'M12 6.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 19.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm14 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11 6.200 6 15.800m7-9.600 5 9.600M7 17.500h10',
  cloud: 'M7 18.500a4.500 4.500 0 0 1-.6-8.960A6 6 0 0 1 17.800 9 4.800 4.800 0 0 1 17.500 18.500z',
};

export function NodeIcon({ kind, size = 24 }: { readonly kind: NodeKind; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
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
      <path d={paths[kind]} />
    </svg>
  );
}
