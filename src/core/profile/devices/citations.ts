/** Where the published latencies come from. */
export const ncnn =
  'Tencent/ncnn benchmark README at commit a4d2ea1 (BSD-3-Clause), batch 1, minimum of the runs';
export const timm =
  'huggingface/pytorch-image-models results at commit aa4b585 (Apache-2.0), fp32, PyTorch 2.4 dynamo, batch 1';
export const nvidia =
  'NVIDIA DeepLearningExamples at commit 729963d (ResNet-50 v1.5, PyTorch eager, batch 1 latency)';
