import { ENGLAND_STATEMENTS } from './england.data.js';
import { FRAMEWORKS } from './frameworks.data.js';
import { NATIONS_STATEMENTS } from './nations.data.js';
import { TEACHERS_STANDARDS } from './teachers-standards.data.js';
import type { Framework, Statement } from './types.js';
import { UK_WIDE_STATEMENTS } from './uk-wide.data.js';

export { FRAMEWORKS };

/** Every entry of every framework. */
export const STATEMENTS: readonly Statement[] = [
  ...TEACHERS_STANDARDS,
  ...ENGLAND_STATEMENTS,
  ...UK_WIDE_STATEMENTS,
  ...NATIONS_STATEMENTS,
];

const statements = new Map(STATEMENTS.map((entry) => [entry.id, entry]));
const frameworks = new Map(FRAMEWORKS.map((entry) => [entry.id, entry]));

/** The statement with this id; absent where there is none. */
export const statement = (id: string): Statement | undefined => statements.get(id);

/** The framework with this id; absent where there is none. */
export const framework = (id: string): Framework | undefined => frameworks.get(id);

/** The entries of one framework, in order. */
export const statementsOf = (id: string): readonly Statement[] => STATEMENTS.filter((entry) => entry.framework === id);
