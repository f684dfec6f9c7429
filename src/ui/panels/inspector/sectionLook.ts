/** How a section of the scenario is drawn: in the inspector as it is, on a phone folded and a level higher. */
export interface SectionLook {
  readonly level?: 2 | 3;
  readonly folded?: boolean;
}
