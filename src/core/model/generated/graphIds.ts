/** Graphs one can look at beside the scenario's own model; their work is modelled, nothing here runs them. */
export const generatedGraphIds = ['resnet-152', 'transformer-12'] as const;
export type GeneratedGraphId = (typeof generatedGraphIds)[number];
