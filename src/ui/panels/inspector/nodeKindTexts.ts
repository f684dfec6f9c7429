import type { NodeKind } from '../../../core/network/types';

/** What a kind of node is called, and what it is, in a sentence. */
export const nodeKindTexts: Readonly<Record<NodeKind, { readonly name: string; readonly meaning: string }>> =
  {
    ue: { name: 'Phone (UE)', meaning: 'User equipment: where the picture is taken.' },
    gnb: { name: 'gNB', meaning: 'A 5G base station with a wired connection.' },
    iab: { name: 'IAB node', meaning: 'A base station whose connection to the core is wireless.' },
    mec: { name: 'MEC host', meaning: 'A server at the edge of the network, close to the base stations.' },
    core: { name: 'Core', meaning: 'The operator’s core network.' },
    cloud: { name: 'Cloud', meaning: 'A data centre beyond the operator’s network.' },
  };
