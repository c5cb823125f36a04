import { hash as digest } from 'node:crypto';
import type { z } from 'zod';

/** The name under which a small file carries the SHA-256 of everything else in it, hex. */
const SUM = 'sum';

const sumOf = (content: object): string => digest('sha256', JSON.stringify(content));

/** The text of a small file of JSON that can tell whether it is as it was written. `spaces`: of indentation. */
export const textWithSum = (content: object, spaces?: number): string =>
  `${JSON.stringify({ ...content, [SUM]: sumOf(content) }, null, spaces)}\n`;

/** What such a text holds; undefined where it is not as it was written. One from before there were sums is taken at its word. */
export function readWithSum<T>(text: string, shape: z.ZodType<T>): T | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { [SUM]: sum, ...content } = read as Record<string, unknown>;
  if (sum !== undefined && sum !== sumOf(content)) return undefined;
  return shape.safeParse(content).data;
}
