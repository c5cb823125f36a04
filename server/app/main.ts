import { ConfigError, EXIT_CONFIG, readConfig, type Config } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { writeForOwnerOnly } from './data-folder.js';
import { holdsHub } from './holds-hub.js';
import { failureFields } from './logger.js';
import { sayClockWrong } from '../clock/say-clock.js';
import { hubAdministrators } from '../set-up/administrators.js';
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
  `${await setUpLine()}${demoLine()}${sayClockWrong(await hub.parts.clockGuard.check(), hub.parts.clock.now())}${hub.withoutPages ? `${hub.withoutPages}\n` : ''}Alongside is ready at ${address}\n`,
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
  if ((await hubAdministrators(hub.parts)).length > 0) return '';
  return `Set up this hub in your browser (this link works once): ${address}/set-up#${hub.parts.setUpLink.issue()}\n`;
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
