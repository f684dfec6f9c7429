/** A certificate of this computer's own, made at the first start with --tls and kept: a phone trusts it once, not daily. */
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

const dayMs = 86_400_000;
/** Apple's limit for certificates that a user trusts. */
const validDays = 820;
/** One that ends within a month is made anew. */
const leftDays = 30;

/**
 * The certificate kept in `folder`, or a new one where there is none, it is about to expire, or an address of this computer
 * is not in it. Key and certificate are readable by this user only.
 */
export async function findCertificate(
  folder: string,
  addresses: readonly string[],
  nowMs = Date.now(),
): Promise<Certificate> {
  const keyFile = join(folder, 'edge-key.pem');
  const certFile = join(folder, 'edge-certificate.pem');
  const kept = readKept(keyFile, certFile, addresses, nowMs);
  if (kept !== null) return { ...kept, isNew: false };
  const made = await makeCertificate(addresses, nowMs);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writePrivately(keyFile, made.key);
  writePrivately(certFile, made.cert);
  return { ...made, isNew: true };
}

function readKept(
  keyFile: string,
  certFile: string,
  addresses: readonly string[],
  nowMs: number,
): Pick<Certificate, 'key' | 'cert'> | null {
  try {
    const key = readFileSync(keyFile, 'utf8');
    const cert = readFileSync(certFile, 'utf8');
    const read = new X509Certificate(cert);
    const isValid =
      Date.parse(read.validTo) > nowMs + leftDays * dayMs &&
      Date.parse(read.validFrom) <= nowMs &&
      read.checkHost('localhost') !== undefined &&
      addresses.every((address) => read.checkIP(address) !== undefined);
    return isValid ? { key, cert } : null;
  } catch {
    return null;
  }
}

async function makeCertificate(
  addresses: readonly string[],
  nowMs: number,
): Promise<Pick<Certificate, 'key' | 'cert'>> {
  // A clock that is a little slow on the phone must not refuse it.
  const from = nowMs - dayMs;
  const names = [
    { type: 2, value: 'localhost' },
    ...[...new Set(['127.0.0.1', ...addresses])].map((ip) => ({ type: 7, ip }) as const),
  ] as const;
  const made = await generate([{ name: 'commonName', value: 'Splitscape edge server' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(from),
    notAfterDate: new Date(from + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

function writePrivately(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  // The mode above counts for new files only.
  chmodSync(file, 0o600);
}
