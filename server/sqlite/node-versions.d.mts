/** A major version of Node.js that everything was run on. */
export interface NodeVersion {
  readonly major: number;
  readonly oldestMinor: number;
  readonly driver: string;
}
export const NODE_VERSIONS: readonly NodeVersion[];
export const BUILT_BY_SETUP: readonly string[];
export function driverFor(version: string): string;
export function unfit(version: string): string | undefined;
export function untried(version: string): boolean;
export function said(): string;
