/** What the server says when it is up: where to go, what works there, and what does not. */
import { randomBytes } from 'node:crypto';
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** IPv4 addresses under which others on the network may reach this computer. */
export function networkAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  return Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Lower case, without what looks alike: it may have to be typed on a phone. 32 characters, 5 bits each. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const tokenLength = 12;

/** 60 random bits; a wrong guess costs a second of the few connections there are. */
export function createToken(): string {
  return Array.from(randomBytes(tokenLength), (byte) => alphabet[byte % alphabet.length]).join('');
}

export interface Announced {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  readonly isSecure: boolean;
  readonly engine: 'native' | 'wasm';
  readonly version: string;
  readonly threads: number;
  readonly addresses: readonly string[];
  /** SHA-256 of the certificate, to compare with what a browser shows. */
  readonly fingerprint: string | null;
}

export function announcement(server: Announced): string {
  const scheme = server.isSecure ? 'https' : 'http';
  // The colons of an IPv6 address would be taken for the one before the port.
  const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
  const urlOf = (host: string) => `  ${scheme}://${inUrl(host)}:${server.port}/?edge=${server.token}`;
  const isEverywhere = server.host === '0.0.0.0' || server.host === '::';
  const isLocal = ['localhost', '::1'].includes(server.host) || server.host.startsWith('127.');
  const others = isEverywhere ? server.addresses : isLocal ? [] : [server.host];
  const engine = server.engine === 'native' ? 'ONNX Runtime' : 'ONNX Runtime on WebAssembly';
  const threads = `${server.threads} ${server.threads === 1 ? 'thread' : 'threads'}`;
  return [
    `Splitscape edge server: ${engine} ${server.version}, ${threads} for a part.`,
    '',
    ...(isEverywhere || isLocal ? ['On this computer:', urlOf('localhost'), ''] : []),
    ...(others.length > 0
      ? ['On a phone or another computer on the same network:', ...others.map(urlOf), '']
      : [isLocal ? 'It listens to this computer only.' : 'This computer has no address on a network.', '']),
    'Whoever has such an address can run models here: show it only to whom you trust.',
    ...(others.length === 0 ? [] : server.isSecure ? secureWords(server.fingerprint) : plainWords),
    'Ctrl+C ends it.',
  ].join('\n');
}

const plainWords = [
  'Over plain http a phone’s browser gives the page no WebGPU, one thread and a coarse clock, and what is sent is not encrypted.',
  'For all of it: npm run edge -- --tls',
];

const secureWords = (fingerprint: string | null): readonly string[] => [
  'The certificate is this computer’s own: the browser warns once; continue if the fingerprint it shows is',
  `  SHA-256 ${fingerprint ?? ''}`,
  'Safari may still refuse the connection with such a certificate; there, plain http works (one thread, no WebGPU).',
];
