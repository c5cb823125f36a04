import type { Config } from './config.js';

/** How browsers reach the hub, without a slash at the end. */
export const publicUrlOf = ({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string =>
  publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`;
