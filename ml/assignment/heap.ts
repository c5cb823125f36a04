// Every index is within its array: the casts say so to the compiler.

/** A binary heap of nodes by distance, lowest first, each node in it once. */
export class NodeHeap {
  readonly #nodes: Int32Array;
  /** Where each node is in the heap, or -1. */
  readonly #places: Int32Array;
  #size = 0;

  /** @param distances by node; changed by the caller, who then calls `lower`. */
  constructor(private readonly distances: Float64Array) {
    this.#nodes = new Int32Array(distances.length);
    this.#places = new Int32Array(distances.length).fill(-1);
  }

  /** Puts a node in, or moves it after its distance became less. */
  lower(node: number): void {
    const place = this.#places[node] as number;
    this.#rise(place < 0 ? this.#size++ : place, node);
  }

  /** Takes out the node with the least distance; -1 where there is none. */
  take(): number {
    if (this.#size === 0) return -1;
    const first = this.#nodes[0] as number;
    this.#places[first] = -1;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#nodes[this.#size] as number);
    return first;
  }

  clear(): void {
    for (let place = 0; place < this.#size; place += 1) this.#places[this.#nodes[place] as number] = -1;
    this.#size = 0;
  }

  #rise(from: number, node: number): void {
    const distance = this.distances[node] as number;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#nodes[above] as number;
      if ((this.distances[other] as number) <= distance) break;
      this.#put(place, other);
      place = above;
    }
    this.#put(place, node);
  }

  #sink(node: number): void {
    const distance = this.distances[node] as number;
    let place = 0;
    for (let below = 1; below < this.#size; below = 2 * place + 1) {
      const right = below + 1;
      if (right < this.#size && this.#distanceAt(right) < this.#distanceAt(below)) below = right;
      if (this.#distanceAt(below) >= distance) break;
      this.#put(place, this.#nodes[below] as number);
      place = below;
    }
    this.#put(place, node);
  }

  #distanceAt(place: number): number {
    return this.distances[this.#nodes[place] as number] as number;
  }

  #put(place: number, node: number): void {
    this.#nodes[place] = node;
    this.#places[node] = place;
  }
}
