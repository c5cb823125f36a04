import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { driverFor } from './node-versions.mjs';

/** The name of the package that opens every file of SQLite in this process. */
export const DRIVER = driverFor(process.versions.node);

/** Opens a SQLite file with the driver for this Node. Both have the same methods; importing either by name would load its native part. */
export const Database = createRequire(import.meta.url)(DRIVER) as typeof BetterSqlite3;
export type Database = BetterSqlite3.Database;
export type Statement<Bound extends unknown[] | object = unknown[], Row = unknown> = BetterSqlite3.Statement<Bound, Row>;
