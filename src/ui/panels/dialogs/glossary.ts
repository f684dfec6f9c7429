/** The words on screen that are not everyday English, in alphabetical order. */
export const glossary: readonly { readonly word: string; readonly meaning: string }[] = [
  {
    word: 'Best split',
    meaning:
      'The split plan with the lowest total time. It is called best only when that is proved; else it is the best found (estimated).',
  },
  {
    word: 'Block',
    meaning: 'A run of operators that is never cut: what the runtime executes as one kernel.',
  },
  {
    word: 'Boundary',
    meaning:
      'A place between two blocks where the model may be cut. Boundary 0 is the input (the picture), the last one the result.',
  },
  {
    word: 'Cell',
    meaning:
      'In the simulation: a gNB or IAB node that can serve the UE. When a split is run: one plan at one capacity, executed repeatedly: a dot of “Executed against predicted”.',
  },
  {
    word: 'Claim',
    meaning:
      'Something the paper says of a figure, in our words, with the rule by which our result is held against it.',
  },
  {
    word: 'Coherence time',
    meaning: 'For so long a link’s capacity is taken to stay the same in the simulation.',
  },
  {
    word: 'Cold start',
    meaning:
      'What the first inference takes that later ones do not: downloading and starting ONNX Runtime, creating the session, the first run.',
  },
  { word: 'Core', meaning: 'The operator’s core network, behind the base stations.' },
  {
    word: 'Cut',
    meaning: 'A boundary at which the work goes on on another node, so that its bytes must be shipped.',
  },
  {
    word: 'External data',
    meaning: 'Weights that an .onnx file keeps in files beside it. They are opened together with it.',
  },
  { word: 'Features', meaning: 'What a model has computed so far: the tensors that cross a boundary.' },
  { word: 'gNB', meaning: 'A 5G base station.' },
  {
    word: 'Handover',
    meaning: 'Another cell takes over the UE; for a moment nothing is sent.',
  },
  {
    word: 'Hindsight',
    meaning:
      'The least time that any split could have taken, had everything been known. What a task took above it is its regret.',
  },
  { word: 'Hop', meaning: 'One link on the way from the source to the sink.' },
  {
    word: 'IAB node',
    meaning: 'Integrated access and backhaul: a base station that reaches the network by radio itself.',
  },
  {
    word: 'Lane',
    meaning: 'One strategy of a simulation: all lanes meet the same tasks, and each pays for its own splits.',
  },
  { word: 'Latency', meaning: 'Time from the input on the source to the result.' },
  {
    word: 'MAC',
    meaning:
      'Multiply-accumulate: one multiplication and one addition. 1 GMAC is a thousand million of them.',
  },
  { word: 'MEC host', meaning: 'Multi-access edge computing: a server close to the base stations.' },
  {
    word: 'Opset',
    meaning: 'The version of the standard operators that an ONNX file is written in.',
  },
  {
    word: 'p90',
    meaning: 'The value that nine of ten runs stay below.',
  },
  {
    word: 'Pace',
    meaning:
      'What the unsplit model takes in the rhythm of a run, with its pauses, over what its profile says. Predicted computing is multiplied by it.',
  },
  {
    word: 'Preset of assumptions',
    meaning:
      'HiveMind-calibrated: pictures of 88 px, at which layers are as large as the paper says. Honest: 224 px.',
  },
  {
    word: 'Profile',
    meaning: 'How long each block of a model takes on a device, and where those figures come from.',
  },
  { word: 'Route', meaning: 'The links that the data travels, from the source towards the sink.' },
  {
    word: 'SCI',
    meaning:
      'HiveMind’s split computing interface: messages in which nodes tell each other what a split costs.',
  },
  {
    word: 'Seed',
    meaning: 'The number that chance starts from: the same seed gives the same run, bit by bit.',
  },
  {
    word: 'Sink',
    meaning: 'The node that "uplink" leads to; where the result goes if the scenario says so.',
  },
  { word: 'SNR', meaning: 'How much stronger than noise a signal arrives, in decibels (dB).' },
  { word: 'Split plan', meaning: 'Which node runs which blocks, and over which links the data travels.' },
  {
    word: 'Steadiness',
    meaning:
      'How far a measurement can be trusted, good, fair or unstable: how much its runs differ, and whether its blocks add up to the whole.',
  },
  { word: 'Strategy', meaning: 'A way to choose a split plan, such as "All on the UE" or "Best split".' },
  { word: 'UE', meaning: 'User equipment: the phone or board at the edge of the network.' },
  {
    word: 'Verdict',
    meaning:
      'Whether our result agrees with a claim of the paper, differs from it, or cannot be checked against it. “Differs” is a result like any other.',
  },
  {
    word: 'Width',
    meaning: 'A factor on every channel count of a model: narrower models are smaller and faster.',
  },
];
