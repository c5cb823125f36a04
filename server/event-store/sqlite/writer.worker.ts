import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Inbox } from './inbox.js';
import { failed, LogWriter } from './log-writer.js';
import { BUSY_APPENDS, type WriterAnswer, type WriterData, type WriterMessage, type WriterOrder } from './writer-messages.js';

/** Takes whatever has queued up and commits it together: the more writers wait, the more share one disk sync. */
function serve(port: MessagePort, inbox: Inbox, writer: LogWriter): void {
  port.on('message', (message: WriterMessage) => {
    inbox.take(message);
    for (let order = inbox.first(); order; order = inbox.first()) {
      if (order.kind === 'append') {
        const outcomes = writer.appendAll(inbox.group(), () => inbox.more());
        port.postMessage(outcomes);
        if (outcomes.length >= BUSY_APPENDS) inbox.stayAwake();
      } else port.postMessage([alone(order, port, writer)]);
    }
  });
}

function alone(order: WriterOrder, port: MessagePort, writer: LogWriter): WriterAnswer {
  try {
    if (order.kind === 'shred') writer.shred(order.stream);
    if (order.kind === 'probe') writer.probe();
    if (order.kind === 'close') {
      writer.close();
      port.unref();
    }
    return { kind: 'done' };
  } catch (error) {
    return failed(error);
  }
}

if (!parentPort) throw new Error('The writer of the log runs in a worker thread.');
const { file, sent } = workerData as WriterData;
try {
  const writer = new LogWriter(file);
  parentPort.postMessage([{ kind: 'done' }] satisfies WriterAnswer[]);
  serve(parentPort, new Inbox(parentPort, sent), writer);
} catch (error) {
  // Thrown across threads, SQLite's errors would lose their words.
  parentPort.postMessage([failed(error)] satisfies WriterAnswer[]);
}
