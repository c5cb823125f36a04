// Every index is within its array: the casts say so to the compiler.

/** Who holds which mentor's places, each mentee one at most. Those of a mentor are a chain, so that large capacities cost nothing. */
export class Seats {
  /** By mentee: the mentor, or -1. */
  readonly mentorOf: Int32Array;
  /** By mentor: 1 while a place is left. */
  readonly room: Uint8Array;
  readonly #left: Int32Array;
  readonly #first: Int32Array;
  readonly #after: Int32Array;
  readonly #before: Int32Array;

  constructor(mentees: number, capacity: Int32Array) {
    this.mentorOf = new Int32Array(mentees).fill(-1);
    this.#left = capacity.slice();
    this.room = Uint8Array.from(capacity, (places) => (places > 0 ? 1 : 0));
    this.#first = new Int32Array(capacity.length).fill(-1);
    this.#after = new Int32Array(mentees).fill(-1);
    this.#before = new Int32Array(mentees).fill(-1);
  }

  /** One of those who hold a mentor's places, or -1. */
  first(mentor: number): number {
    return this.#first[mentor] as number;
  }

  /** The next in the chain, or -1. */
  after(mentee: number): number {
    return this.#after[mentee] as number;
  }

  sit(mentee: number, mentor: number): void {
    const next = this.#first[mentor] as number;
    this.mentorOf[mentee] = mentor;
    this.#after[mentee] = next;
    this.#before[mentee] = -1;
    if (next >= 0) this.#before[next] = mentee;
    this.#first[mentor] = mentee;
    this.#count(mentor, -1);
  }

  rise(mentee: number): void {
    const mentor = this.mentorOf[mentee] as number;
    if (mentor < 0) return;
    const [before, after] = [this.#before[mentee] as number, this.#after[mentee] as number];
    if (before >= 0) this.#after[before] = after;
    else this.#first[mentor] = after;
    if (after >= 0) this.#before[after] = before;
    this.mentorOf[mentee] = -1;
    this.#count(mentor, 1);
  }

  #count(mentor: number, by: number): void {
    const left = (this.#left[mentor] as number) + by;
    this.#left[mentor] = left;
    this.room[mentor] = left > 0 ? 1 : 0;
  }
}
