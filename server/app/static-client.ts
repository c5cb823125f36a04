import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import expressStaticGzip from 'express-static-gzip';

/** Addresses that belong to the server: never answered with the client's page. */
const SERVER_PATHS = ['/api/', '/socket.io/', '/collab/'];
/** Names with a hash in them never hold anything else. */
const IMMUTABLE = /^assets\/.+[-.][A-Za-z0-9_-]{8,}\.\w+$/;
/** What a file that is not there any more leaves behind in an answer that another gives. */
const HEADERS_OF_A_FILE = ['Content-Encoding', 'Content-Type', 'Vary'];

/** For operators who start a hub without `npm start`. */
const NOT_BUILT = 'The pages of Alongside are not built yet. Stop the hub, then run: npm start';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the built client, compressed when it was built. Other page addresses get the client’s page, which routes them. Without a build they
 * get what to do about it.
 */
export function staticClient(folder: string, whenNotBuilt: (said: string) => void = () => undefined): Middleware {
  if (!existsSync(join(folder, 'index.html'))) whenNotBuilt(NOT_BUILT);
  const files = expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      cacheControl: false,
      redirect: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cacheOf(folder, path)),
    },
  });
  return (request, response, next) => {
    const path = pathOf(request.url);
    if (
      (request.method !== 'GET' && request.method !== 'HEAD') ||
      path === undefined ||
      SERVER_PATHS.some((own) => `${path}/`.startsWith(own))
    )
      return next();
    const isPage = path === '/index.html' || extname(path) === '';
    const { url } = request;
    if (isPage) request.url = '/index.html';
    files(request, response, () => {
      if (url !== undefined) request.url = url;
      for (const name of HEADERS_OF_A_FILE) response.removeHeader(name);
      if (!isPage) return next();
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(NOT_BUILT);
    });
  };
}

function cacheOf(folder: string, file: string): string {
  const name = relative(folder, file)
    .split(sep)
    .join('/')
    .replace(/\.(br|gz)$/, '');
  return IMMUTABLE.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function pathOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? '/', 'http://hub').pathname);
  } catch {
    return undefined;
  }
}
