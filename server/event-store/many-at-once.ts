/** Does something with each in order, so many at a time. Nothing is begun after a failure, which is thrown once what is under way is done. */
export async function manyAtOnce<One>(all: Iterable<One>, limit: number, act: (one: One) => Promise<void>): Promise<void> {
  const waiting = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  for (const one of all) {
    const acting = act(one).catch((error: unknown) => {
      failed ??= { error };
    });
    const settled: Promise<void> = acting.finally(() => waiting.delete(settled));
    waiting.add(settled);
    if (waiting.size >= limit) await Promise.race(waiting);
    if (failed) break;
  }
  await Promise.all(waiting);
  if (failed) throw failed.error;
}
