import { ConfigError, EXIT_CONFIG, readConfig, type Config } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { writeForOwnerOnly } from './data-folder.js';
import { holdsHub } from './holds-hub.js';
import { failureFields } from './logger.js';
import { sayClockWrong } from '../clock/say-clock.js';
import { firstLink } from '../set-up/first-link.js';
import { sayMisspelt } from './misspelt.js';
import { sayPort, sayStart } from './preflight.js';
import { publicUrlOf } from './public-url.js';
import { argumentsOf, HelpAsked } from './tools/arguments.js';
import { CannotBeDone } from './tools/tool.js';

const USAGE =
  'npm start\n\nStarts the hub. It takes no arguments: set its port and the rest in .env or in the environment (docs/configuration.md).';

/** How long a stopping hub may take to finish what is under way, in milliseconds. */
const STOP_LIMIT_MS = 10_000;

takesNoArguments();
writeForOwnerOnly();
const config = configOrExit();
const hub = await startOrExit(config);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(hub));
process.on('unhandledRejection', (error) => hub.parts.logger.error('Something failed that nobody waited for.', failureFields(error)));
const address = publicUrlOf({ ...config, port: hub.port });
process.stdout.write(
  `${await setUpLineInTime()}${demoLine()}${sayClockWrong(await hub.parts.clockGuard.check(), hub.parts.clock.now())}${hub.withoutPages ? `${hub.withoutPages}\n` : ''}Alongside is ready at ${address}\n`,
);

/** A hub that starts with another port than was typed would be looked for in vain. */
function takesNoArguments(): void {
  try {
    argumentsOf({}, USAGE, { allowPositionals: false });
  } catch (error) {
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      process.exit(0);
    }
    if (!(error instanceof CannotBeDone)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}

/** The way in for the first administrator, where there is none. After the `#` nothing travels to a server: the token is in no access log. */
async function setUpLine(): Promise<string> {
  const link = await firstLink(hub.parts);
  if (!link) return '';
  if ('token' in link) return `Set up this hub in your browser (this link works once): ${address}/set-up#${link.token}\n`;
  const why = link.none === 'damaged' ? 'its log is damaged' : 'its log could not be checked';
  return `This hub has no administrator, and ${why}: there may be one in the log as it was written. So there is no link to set it up. See what is wrong: npm run verify -- ${config.dataDir}. Then start the hub again.\n`;
}

/** A log with something in it is checked while the hub serves already; an empty one takes a moment. */
async function setUpLineInTime(): Promise<string> {
  const line = setUpLine();
  if ((await hub.parts.log.head().catch(() => null)) === undefined) return line;
  line.then(
    (said) => process.stdout.write(said),
    (error: unknown) => hub.parts.logger.error('Whether this hub has an administrator could not be read.', failureFields(error)),
  );
  return '';
}

/** Says that everything here is made up, and where the real thing begins. */
function demoLine(): string {
  if (!hub.parts.demonstration) return '';
  return `This is the demonstration, kept in ${config.dataDir}. For a hub of your own write DEMO=0 and DATA_DIR=../alongside-hub into a file .env, a line each, and start again.\n`;
}

function configOrExit(): Config {
  for (const line of sayMisspelt(Object.keys(process.env))) process.stderr.write(`${line}\n`);
  try {
    return readConfig(process.env, { holdsHub });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}

async function startOrExit(wanted: Config): Promise<Hub> {
  try {
    return await createHub(wanted);
  } catch (error) {
    const why = isOfListening(error) ? sayPort(error, wanted.port, wanted.host) : sayStart(error);
    process.stderr.write(`The hub could not start. ${why}\n`);
    process.exit(1);
  }
}

/** Another process may have taken the port since it was looked at. */
function isOfListening(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

async function stop(running: Hub): Promise<void> {
  const timer = setTimeout(() => process.exit(1), STOP_LIMIT_MS);
  timer.unref();
  await running.close();
  process.exit(0);
}
