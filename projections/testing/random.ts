/** A seed to print: from the environment where one is given, otherwise new each time. */
export const seedOf = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
