/**
 * The address of a built module beside the one that asks, for worker threads and child processes. Under the test runner the asking module is
 * the TypeScript source, which a worker cannot load: the address is then that of the package's `dist`.
 */
export function builtModule(relative: string, importMetaUrl: string): URL {
  const asked = new URL(relative, importMetaUrl).href;
  if (!importMetaUrl.endsWith('.ts')) return new URL(asked);
  const at = asked.lastIndexOf('/server/') + '/server/'.length;
  return new URL(`${asked.slice(0, at)}dist/${asked.slice(at)}`);
}
