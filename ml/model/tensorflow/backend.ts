import { turnBeforeMultiplying } from './matmul-gradient.js';
import type { TensorFlow } from './tensor.js';

/** The part of TensorFlow.js that is native; an operator may have installed it. Not named in an import, as it may be missing. */
const NATIVE = '@tensorflow/tfjs-node';

const WASM = 'tfjs-wasm';

/** Loads a package by its name; a test passes another. */
export type Load = (name: string) => Promise<unknown>;

export interface Backend {
  readonly tf: TensorFlow;
  /** Such as `tfjs-wasm` or `tfjs-node`. */
  readonly name: string;
}

const load: Load = (name) => {
  if (name === '@tensorflow/tfjs') return import('@tensorflow/tfjs');
  if (name === '@tensorflow/tfjs-backend-wasm') return import('@tensorflow/tfjs-backend-wasm');
  return import(name);
};

let opened: Promise<Backend> | undefined;

/** All that are installed and work, the native one first: to measure them beside each other, one after the other. */
export async function* openBackends(loadPackage: Load = load): AsyncGenerator<Backend> {
  const first = await findBackend(loadPackage);
  yield first;
  if (first.name !== WASM) yield await inWebAssembly(loadPackage);
}

/** TensorFlow.js, native where that is installed and works, else in WebAssembly. Loaded once in a process. */
export function openBackend(): Promise<Backend> {
  opened ??= findBackend(load);
  return opened;
}

/** Which backend there is. */
export async function findBackend(loadPackage: Load): Promise<Backend> {
  const native = await nativeOf(loadPackage);
  return native ? { tf: prepared(native), name: 'tfjs-node' } : inWebAssembly(loadPackage);
}

async function inWebAssembly(loadPackage: Load): Promise<Backend> {
  const tf = whole(await loadPackage('@tensorflow/tfjs'));
  await loadPackage('@tensorflow/tfjs-backend-wasm');
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js could not begin in WebAssembly.');
  await tf.ready();
  return { tf: prepared(tf), name: WASM };
}

/** The native part, where it can do a sum: some versions load and then fail on a newer Node.js. */
async function nativeOf(loadPackage: Load): Promise<TensorFlow | undefined> {
  try {
    const tf = whole(await loadPackage(NATIVE));
    await tf.ready();
    const sum = tf.tidy(
      () =>
        tf
          .tensor(Float32Array.of(1, 2), [1, 2])
          .matMul(tf.tensor(Float32Array.of(3, 4), [2, 1]))
          .dataSync()[0],
    );
    return sum === 11 ? tf : undefined;
  } catch {
    return undefined;
  }
}

/** A package that is not an ES module has all it exports under `default`. */
const whole = (loaded: unknown): TensorFlow => ((loaded as { default?: unknown }).default ?? loaded) as TensorFlow;

function prepared(tf: TensorFlow): TensorFlow {
  turnBeforeMultiplying(tf);
  return tf;
}
