import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { failed, LogWriter, type AppendOrder } from './log-writer.js';
import { GROUP_LIMIT_APPENDS, GROUP_LIMIT_CHARACTERS, type WriterAnswer, type WriterOrder } from './writer-messages.js';

/** Takes whatever has queued up and commits it together: the more writers wait, the more share one disk sync. */
function serve(port: MessagePort, writer: LogWriter): void {
  port.on('message', (first: readonly WriterOrder[]) => {
    const orders = [...first];
    for (let more = receiveMessageOnPort(port); more;) {
      orders.push(...(more.message as readonly WriterOrder[]));
      more = orders.length < GROUP_LIMIT_APPENDS ? receiveMessageOnPort(port) : undefined;
    }
    let at = 0;
    while (at < orders.length) {
      const group = nextGroup(orders, at);
      const order = orders[at];
      if (group.length > 0) port.postMessage(writer.appendAll(group));
      else if (order) port.postMessage([alone(order, port, writer)]);
      at += Math.max(1, group.length);
    }
  });
}

function nextGroup(orders: readonly WriterOrder[], from: number): readonly AppendOrder[] {
  const group: AppendOrder[] = [];
  let characters = 0;
  for (let at = from; at < orders.length && group.length < GROUP_LIMIT_APPENDS && characters < GROUP_LIMIT_CHARACTERS; at++) {
    const order = orders[at];
    if (order?.kind !== 'append') break;
    for (const body of order.bodies) characters += body.length;
    group.push(order);
  }
  return group;
}

function alone(order: WriterOrder, port: MessagePort, writer: LogWriter): WriterAnswer {
  try {
    if (order.kind === 'shred') writer.shred(order.stream);
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
const { file } = workerData as { file: string };
try {
  const writer = new LogWriter(file);
  parentPort.postMessage([{ kind: 'done' }] satisfies WriterAnswer[]);
  serve(parentPort, writer);
} catch (error) {
  // Thrown across threads, SQLite's errors would lose their words.
  parentPort.postMessage([failed(error)] satisfies WriterAnswer[]);
}
