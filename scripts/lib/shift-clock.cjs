// Loaded by `--require` into each process of a run on another day, and into Jest’s contexts, whose Date is their own. Only shifts the
// clock: faketime would change timers too.
'use strict';
const children = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');
const { promisify } = require('node:util');

const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const PASSED_ON = ['NODE_OPTIONS', 'CLOCK_SHIFT_MS', 'TZ'];
const SHIFTED = Symbol.for('alongside.clock.shifted');

/** A Date that is so far from the true one wherever it is asked for now. */
function shiftDate(realm) {
  const True = realm.Date;
  const now = () => True.now() + shiftMs;
  const Shifted = new Proxy(True, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new True(now()).toString(),
    get: (target, key) => (key === 'now' ? now : target[key]),
  });
  True.prototype.constructor = Shifted;
  realm.Date = Shifted;
}

/** Children that are given an environment of their own keep the clock. */
function shiftChildren() {
  const withClock = (options) => {
    if (!options?.env) return options;
    const passed = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    return { ...options, env: { ...Object.fromEntries(passed), ...options.env } };
  };
  // Jest’s contexts share the modules of Node with the process around them, where this was done already.
  if (children[SHIFTED]) return;
  children[SHIFTED] = true;
  for (const name of ['spawn', 'spawnSync', 'fork', 'execFile', 'execFileSync']) {
    const start = children[name];
    const isOptions = (arg) => arg !== null && typeof arg === 'object' && !Array.isArray(arg);
    const shifted =
      (begin) =>
      (...args) =>
        begin(...args.map((arg) => (isOptions(arg) ? withClock(arg) : arg)));
    children[name] = shifted(start);
    // What is promised is not what a callback is told: `execFile` has a way of its own.
    const promised = start[promisify.custom];
    if (promised) Object.defineProperty(children[name], promisify.custom, { value: shifted(promised) });
  }
  syncBuiltinESMExports();
}

if (shiftMs !== 0 && !globalThis[SHIFTED]) {
  globalThis[SHIFTED] = true;
  shiftDate(globalThis);
  shiftChildren();
}
