/** Why a file or link could not be opened. Worded in ui/errors; the current work stays untouched. */
export type DocumentError =
  /** Not base64url / deflate / JSON at all. */
  | { readonly kind: 'unreadable'; readonly what: 'link' | 'file'; readonly detail: string }
  /** More than the limit when unpacked (inflate bomb) or a file above the limit. */
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'newer-version'; readonly found: number; readonly known: number }
  | { readonly kind: 'not-a-scenario' }
  /** A field is wrong; `path` like "nodes[3].xM", `expected` in plain words. */
  | { readonly kind: 'invalid-field'; readonly path: string; readonly expected: string }
  /** Fields that contradict each other: dangling or duplicate ids, over the limits. */
  | { readonly kind: 'inconsistent'; readonly path: string; readonly detail: string };
