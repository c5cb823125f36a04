import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readExample } from '@alongside/ml/model/records/read-example.js';
import type { Example } from '@alongside/ml/model/records/record.js';
import { errorCodeOf } from '../app/error-code.js';
import { CannotBeDone } from '../app/tools/tool.js';

/** Reads examples line by line: the file as text is never whole in memory. Ends with a sentence at a line that does not fit. Empty lines are passed over. */
export async function readExamples(file: string): Promise<Example[]> {
  const examples: Example[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const example = readExample(number === 1 ? line.replace(/^\uFEFF/, '') : line);
      if (!example.ok) throw new CannotBeDone(`Line ${number} of ${file} ${example.error}`);
      examples.push(example.value);
    }
  } catch (error) {
    const code = errorCodeOf(error);
    if (error instanceof CannotBeDone || code === undefined) throw error;
    throw new CannotBeDone(`${file} could not be read (${code}).`);
  }
  if (examples.length === 0) throw new CannotBeDone(`${file} has no examples.`);
  return examples;
}
