/** Where the published latencies come from. */
export const ncnn =
  'Tencent/ncnn benchmark README at commit a4d2ea1 (BSD-3-Clause), batch 1, minimum of the runs';
export const timm =
  'huggingface/pytorch-image-models results at commit aa4b585 (Apache-2.0), fp32, PyTorch 2.4 dynamo, batch 1';
export const nvidia =
  'NVIDIA DeepLearningExamples at commit 729963d (ResNet-50 v1.5, PyTorch eager, batch 1 latency)';

/** Where power figures come from. */
export const pidramble =
  'pidramble.com, power consumption benchmarks: whole board, idle and under stress on all cores (Pi 3B+ 350 mA and 980 mA, Pi 4 540 mA and 1280 mA)';
export const jetsonBudget =
  'NVIDIA Jetson Nano, power budget of the MAXN mode: 10 W for the module; no idle figure';
export const m1CpuPower =
  'Mac mini 7 W idle at the wall (Apple), plus 13.8 W of the performance cluster under load (techarp): a bound from above for one thread';
export const m1GpuPower =
  'Mac mini 7 W idle at the wall (Apple), plus about 10 W of the GPU under load (techarp)';
export const rtx2080Tdp = 'TDP of the card, 215 W (nexthardware table): a bound from above; no idle figure';
