import { findBackend, openBackends, type Load } from './backend.js';

/** As much of TensorFlow.js as choosing a backend needs. */
const fake = (sum: () => number) => {
  const tensor = { matMul: () => tensor, dataSync: () => [sum()] };
  return {
    ready: () => Promise.resolve(),
    setBackend: () => Promise.resolve(true),
    tidy: (work: () => unknown) => work(),
    tensor: () => tensor,
    registerGradient: () => undefined,
    unregisterGradient: () => undefined,
  };
};
const loading =
  (native: () => unknown): Load =>
  (name) =>
    Promise.resolve().then(() => (name === '@tensorflow/tfjs-node' ? native() : { default: fake(() => 11) }));

describe('the backend of TensorFlow.js', () => {
  test('is native where it is installed and can do a sum', async () => {
    expect((await findBackend(loading(() => ({ default: fake(() => 11) })))).name).toBe('tfjs-node');
  });

  test('is measured in each that is installed, the native one first', async () => {
    const names = async (native: () => unknown) => {
      const found: string[] = [];
      for await (const { name } of openBackends(loading(native))) found.push(name);
      return found;
    };
    expect(await names(() => fake(() => 11))).toEqual(['tfjs-node', 'tfjs-wasm']);
    expect(await names(() => fake(() => 12))).toEqual(['tfjs-wasm']);
  });

  test.each([
    [
      'is not installed',
      () => {
        throw new Error('Cannot find package');
      },
    ],
    [
      'was written for an older Node.js',
      () =>
        fake(() => {
          throw new TypeError('util.isNullOrUndefined is not a function');
        }),
    ],
    ['works out another sum', () => fake(() => 12)],
  ])('is WebAssembly where the native part %s', async (_name, native) => {
    expect((await findBackend(loading(native))).name).toBe('tfjs-wasm');
  });
});
