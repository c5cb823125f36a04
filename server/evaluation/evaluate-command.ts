import { argumentsOf, misused } from '../app/tools/arguments.js';
import { wrong } from '../app/tools/tool.js';
import { evaluateOnThread } from './evaluate-thread.js';

export const EVALUATE_USAGE = `  npm run ml -- evaluate --train A.jsonl --test B.jsonl      How well outcomes are foretold: the metrics of the model and of two
                                                             baselines, as one JSON in the last line. Each line of a file is
                                                             {"left":{"id","features"},"right":{"id","features"},"outcome":0 to 1}.
    --seed N                                                  Another number gives other beginnings and other parts. It is 1.
    --epochs N                                                How often the networks see all examples, at most. It is 10.
    --keep FOLDER                                             Writes the model into a new folder as well, with its card.`;

const EPOCH_LIMIT = 1000;

/** Reads two files of examples, trains with one on a thread, and prints how well the other is foretold. */
export async function evaluateCommand(args: readonly string[]): Promise<void> {
  const { train, test, seed = '1', epochs = '10', keep } = optionsOf(args);
  if (train === undefined || test === undefined) return misused('Give both files: --train A.jsonl --test B.jsonl', EVALUATE_USAGE);
  const order = {
    train,
    test,
    seed: wholeOf(seed, '--seed', 0, 2 ** 31 - 1),
    epochs: wholeOf(epochs, '--epochs', 1, EPOCH_LIMIT),
    ...(keep !== undefined && { keep }),
  };
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  try {
    const report = await evaluateOnThread(order, { onProgress: progressShown(), signal: stop.signal });
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  }
}

function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { train: text, test: text, seed: text, epochs: text, keep: text };
  return argumentsOf(options, EVALUATE_USAGE, { args, allowPositionals: false }).values;
}

function wholeOf(text: string, name: string, from: number, to: number): number {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= from && number <= to ? number : wrong(`${name} must be a whole number from ${from} to ${to}.`);
}

/** Says on the standard error how far it is: at a terminal in one line, else once for each tenth. */
function progressShown(): (done: number, doing: string) => void {
  let told = '';
  return (done, doing) => {
    const percent = Math.floor(done * 100);
    const line = `${doing}: ${process.stderr.isTTY ? percent : percent - (percent % 10)} %`;
    if (line === told) return;
    told = line;
    process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}${done >= 1 ? '\n' : ''}` : `${line}\n`);
  };
}
