/** Characters of a file that tell what it is. */
const headLength = 4096;

/**
 * Whether a file holds measured times: Splitscape's profiles, ONNX Runtime's events, or a table. Only its name and its
 * beginning are looked at; the import reads it and says what is wrong with it.
 */
export async function isProfileFile(file: File): Promise<boolean> {
  if (/\.(csv|tsv)$/i.test(file.name)) return true;
  // What cannot be read (a folder, say) is reported by whoever reads it whole.
  const head = await file
    .slice(0, headLength)
    .text()
    .catch(() => '');
  return /"format"\s*:\s*"splitscape-profile"|"traceEvents"|"cat"\s*:\s*"(Session|Node|Kernel|Api)"/.test(
    head,
  );
}
