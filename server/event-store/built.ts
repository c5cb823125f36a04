/**
 * The address of a built module, for worker threads and child processes. Under the test runner, where modules are TypeScript, it is that in
 * `dist`.
 */
export function builtModule(relative: string, importMetaUrl: string): URL {
  const asked = new URL(relative, importMetaUrl).href;
  if (!importMetaUrl.endsWith('.ts')) return new URL(asked);
  const at = asked.lastIndexOf('/server/') + '/server/'.length;
  return new URL(`${asked.slice(0, at)}dist/${asked.slice(at)}`);
}
