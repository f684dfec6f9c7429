/** Whether a file is an ONNX model, by its name. */
export function isModelName(name: string): boolean {
  return name.toLowerCase().endsWith('.onnx');
}
