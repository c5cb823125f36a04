/** What a document has of each attribute, as Meilisearch compares it. */
export type Values = (attribute: string) => ReadonlySet<string>;
export type Meets = (values: Values) => boolean;

/** A filter that the server would refuse. */
export class BadFilter extends Error {}

/** How deep the real parser goes; each bracket costs it four steps. */
const DEPTH_LIMIT = 200;
const WORD = /[\p{L}\p{N}_.-]+/uy;
const KEYWORDS = new Set(['AND', 'OR', 'IN', 'NOT', 'TO', 'EXISTS', 'IS', 'NULL', 'EMPTY', 'CONTAINS', 'STARTS', 'WITH']);

/** How Meilisearch compares values: by neither case nor the way in which accents are written. */
export const normalized = (value: string): string => value.trim().normalize('NFKD').toLowerCase();

/** Reads the part of Meilisearch's filter grammar that is used here (`crates/filter-parser`), and refuses what is outside of it. */
export function readFilter(text: string, isFilterable: (attribute: string) => boolean): Meets {
  const parser = new Parser(text, isFilterable);
  const meets = parser.expression(0);
  parser.end();
  return meets;
}

class Parser {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly isFilterable: (attribute: string) => boolean,
  ) {}

  end(): void {
    this.#space();
    if (this.#at < this.text.length) throw new BadFilter(`Found unexpected characters at the end of the filter, at ${this.#at}.`);
  }

  expression(depth: number): Meets {
    if (depth > DEPTH_LIMIT) throw new BadFilter('The filter exceeded the maximum depth limit.');
    const some = [this.#and(depth + 1)];
    while (this.#word('OR')) some.push(this.#and(depth + 1));
    return some.length === 1 ? (some[0] as Meets) : (values) => some.some((one) => one(values));
  }

  #and(depth: number): Meets {
    const all = [this.#not(depth + 1)];
    while (this.#word('AND')) all.push(this.#not(depth + 1));
    return all.length === 1 ? (all[0] as Meets) : (values) => all.every((one) => one(values));
  }

  #not(depth: number): Meets {
    if (depth > DEPTH_LIMIT) throw new BadFilter('The filter exceeded the maximum depth limit.');
    if (this.#word('NOT')) {
      const one = this.#not(depth + 1);
      return (values) => !one(values);
    }
    if (!this.#character('(')) return this.#condition();
    const inner = this.expression(depth + 2);
    if (!this.#character(')')) throw new BadFilter('Expression is missing a closing bracket.');
    return inner;
  }

  #condition(): Meets {
    const attribute = this.#value();
    if (!this.isFilterable(attribute)) throw new BadFilter(`Attribute \`${attribute}\` is not filterable.`);
    if (this.#word('IN')) return this.#in(attribute);
    if (this.#phrase('STARTS WITH')) {
      const beginning = normalized(this.#value());
      return (values) => [...values(attribute)].some((one) => one.startsWith(beginning));
    }
    if (this.#character('=')) {
      const value = normalized(this.#value());
      return (values) => values(attribute).has(value);
    }
    throw new BadFilter(`Was expecting an operation at ${this.#at}.`);
  }

  #in(attribute: string): Meets {
    if (!this.#character('[')) throw new BadFilter('Expected an opening bracket after IN.');
    const wanted: string[] = [];
    while (!this.#character(']')) {
      if (wanted.length > 0 && !this.#character(',')) throw new BadFilter('Expected a comma or a closing bracket in a list.');
      wanted.push(normalized(this.#value()));
    }
    return (values) => {
      const has = values(attribute);
      return wanted.some((one) => has.has(one));
    };
  }

  #value(): string {
    this.#space();
    const quote = this.text.charAt(this.#at);
    if (quote === '"' || quote === "'") return this.#quoted(quote);
    const word = this.#peek();
    if (word === '' || KEYWORDS.has(word)) throw new BadFilter(`Was expecting a value at ${this.#at}.`);
    this.#at += word.length;
    return word;
  }

  /** As the real one: an escaped quote ends nothing, and other escapes are read as such or refused. */
  #quoted(quote: string): string {
    let value = '';
    for (let at = this.#at + 1; at < this.text.length; at += 1) {
      const one = this.text.charAt(at);
      if (one === quote) {
        this.#at = at + 1;
        return value;
      }
      if (one !== '\\') value += one;
      else {
        at += 1;
        const escaped = this.text.charAt(at);
        if (escaped !== quote && escaped !== '\\') throw new BadFilter('A value has an escape that is none.');
        value += escaped;
      }
    }
    throw new BadFilter(`Expression \`${this.text.slice(this.#at, this.#at + 20)}\` is missing a closing quote.`);
  }

  #space(): void {
    while (/\s/.test(this.text.charAt(this.#at))) this.#at += 1;
  }

  #peek(): string {
    WORD.lastIndex = this.#at;
    return WORD.exec(this.text)?.[0] ?? '';
  }

  #word(expected: string): boolean {
    this.#space();
    if (this.#peek() !== expected) return false;
    this.#at += expected.length;
    return true;
  }

  #phrase(expected: string): boolean {
    this.#space();
    if (!this.text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #character(expected: string): boolean {
    this.#space();
    if (this.text.charAt(this.#at) !== expected) return false;
    this.#at += 1;
    return true;
  }
}
