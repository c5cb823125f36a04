import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.map']);
/** Addresses that belong to the server: never answered with the client's page. */
const SERVER_PATHS = ['/api/', '/socket.io/', '/collab/'];
/** Names with a hash in them never hold anything else. */
const IMMUTABLE = /^\/assets\/.+[-.][A-Za-z0-9_-]{8,}\.\w+$/;
const BROTLI_QUALITY = 9;

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly plain: Buffer;
  /** Whether it is worth compressing. */
  readonly compresses: boolean;
  /** Compressed when it is first asked for: a start need not wait for what nobody may ask for. */
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

type Encoding = 'br' | 'gzip';
const compress: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (plain) => promisify(gzip)(plain),
};

/** For operators who start a hub without `npm start`. */
const NOT_BUILT = 'The pages of Alongside are not built yet. Stop the hub, then run: npm start';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the built client from memory, compressed once. Other page addresses get the client’s page, which routes them. Without a build they
 * get what to do about it.
 */
export async function staticClient(folder: string, whenNotBuilt: (said: string) => void = () => undefined): Promise<Middleware> {
  const assets = await load(folder);
  const page = assets.get('/index.html');
  if (!page) whenNotBuilt(NOT_BUILT);
  return (request, response, next) => {
    const path = pathOf(request.url);
    if (
      (request.method !== 'GET' && request.method !== 'HEAD') ||
      path === undefined ||
      SERVER_PATHS.some((own) => `${path}/`.startsWith(own))
    )
      return next();
    const isPage = path === '/index.html' || extname(path) === '';
    const asset = assets.get(path === '/' ? '/index.html' : path) ?? (isPage ? page : undefined);
    if (!asset) return isPage ? void response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end(NOT_BUILT) : next();
    send(request, response, asset).catch(() => response.destroy());
  };
}

function pathOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? '/', 'http://hub').pathname);
  } catch {
    return undefined;
  }
}

async function send(request: IncomingMessage, response: ServerResponse, asset: Asset): Promise<void> {
  response.setHeader('Content-Type', asset.type);
  response.setHeader('Cache-Control', asset.cache);
  response.setHeader('ETag', asset.etag);
  if (asset.compresses) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304).end();
    return;
  }
  const encoding = asset.compresses ? encodingFor(String(request.headers['accept-encoding'] ?? '')) : undefined;
  const body = encoding ? await bodyOf(asset, encoding) : asset.plain;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const encodingFor = (accepts: string): Encoding | undefined =>
  /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;

function bodyOf({ compressed, plain }: Asset, encoding: Encoding): Promise<Buffer> {
  const body = compressed.get(encoding) ?? compress[encoding](plain);
  compressed.set(encoding, body);
  return body;
}

async function load(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined);
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, Asset]> => {
        const file = join(entry.parentPath, entry.name);
        const path = `/${relative(folder, file).split(sep).join('/')}`;
        return [path, assetOf(path, await readFile(file))];
      }),
    ),
  );
}

function assetOf(path: string, plain: Buffer): Asset {
  const extension = extname(path);
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    cache: IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    plain,
    compresses: COMPRESSED.has(extension),
    compressed: new Map(),
  };
}
