/**
 * `npm run edge`: serves the built app and runs parts of models for the pages that open it. Exit status 0 after Ctrl+C, 2 when
 * the options make no sense, 1 when it cannot start.
 */
import { X509Certificate } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { announcement, createToken, networkAddresses } from './announce';
import { findCertificate } from './certificate';
import { appFolder, ensureBuild, ensureEngine } from './prepare';
import { startServer } from './server';
import { helpText, parseStartOptions, type StartOptions } from './startOptions';
import { createThreadRunners } from './threadRunner';

const gigabyte = 1_000_000_000;
const maxModelBytes = gigabyte;
const maxHeldBytes = 2 * gigabyte;
const maxConnections = 16;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string, status: number): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = status;
};

const parsed = parseStartOptions(process.argv.slice(2));
if (!parsed.ok) complain(parsed.error, 2);
else if (parsed.value.help) say(helpText);
else await start(parsed.value);

async function start(options: StartOptions): Promise<void> {
  if (!ensureBuild(say)) {
    complain('The app could not be built: npm run build says why.', 1);
    return;
  }
  const engine = await ensureEngine(options.engine, say);
  if (!engine.ok) {
    complain(`The engine does not start: ${engine.error.message}`, 1);
    return;
  }
  const { version, maxThreads } = engine.value;
  const threads = Math.min(options.threads ?? maxThreads, maxThreads);
  const addresses = networkAddresses();
  const certificate = options.tls ? await findCertificate(options.certificateFolder, addresses) : null;
  if (certificate?.isNew === true) say(`Made a certificate in ${options.certificateFolder}.`);
  const token = options.token ?? createToken();
  const runners = createThreadRunners(engine.value.engine);
  const started = await startServer({
    host: options.host,
    port: options.port,
    folder: appFolder,
    token,
    facts: {
      name: hostname(),
      engine: engine.value.engine,
      engineVersion: version,
      cores: availableParallelism(),
      threads,
      maxModelBytes,
    },
    createRunner: runners.create,
    tls: certificate,
    maxConnections,
    maxHeldBytes,
  });
  if (!started.ok) {
    const { error } = started;
    complain(
      error.kind === 'port-in-use'
        ? `Port ${error.port} is in use, perhaps by another edge server. Choose another one: npm run edge -- --port NUMBER`
        : `It cannot listen on ${options.host}: ${error.message}`,
      1,
    );
    return;
  }
  const server = started.value;
  const fingerprint = certificate === null ? null : new X509Certificate(certificate.cert).fingerprint256;
  const { host } = options;
  const isSecure = options.tls;
  const engineName = engine.value.engine;
  say(
    announcement({
      host,
      port: server.port,
      token,
      isSecure,
      engine: engineName,
      version,
      threads,
      addresses,
      fingerprint,
    }),
  );
  const stop = (): void =>
    void server
      .close()
      .then(runners.ended)
      .then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
