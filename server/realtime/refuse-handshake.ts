import type { IncomingMessage, ServerResponse } from 'node:http';
import { notSignedIn } from '../app/problem.js';

const { status, code, message } = notSignedIn();
const BODY = JSON.stringify({ code, message });
const HEADERS = {
  Connection: 'close',
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': String(Buffer.byteLength(BODY)),
};
const UPGRADE_REFUSED = [
  `HTTP/1.1 ${status} Unauthorized`,
  ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
  '',
  BODY,
].join('\r\n');

/** As Engine.IO hands it on: a request of a client that polls carries its response. */
type Handshake = IncomingMessage & { readonly res?: ServerResponse };

/** Answers a handshake that no session makes with 401, as HTTP: nothing of a protocol is spoken. Engine.IO knows 400 and 403 alone. */
export function refuseHandshake({ res, socket }: Handshake, refused: () => void): void {
  if (res) {
    res.writeHead(status, HEADERS).end(BODY);
    return refused();
  }
  // Engine.IO destroys the line once it is told: what was written must have gone by then.
  socket.end(UPGRADE_REFUSED, refused);
}
