import { NodeHeap } from './heap.js';

// Every index is within its array: the casts say so to the compiler.

/** Arcs of a network while it is made: tails, heads, how many units each may take, and the cost of one. */
export interface Arcs {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly limit: Int32Array;
  readonly cost: Float64Array;
}

/** A network in which units go the cheapest way. Heights keep reduced costs at nought or more (Ahuja, Magnanti and Orlin 1993, chapter 9.7). */
export class Flow {
  /** By node: an arc from x to y costs `cost + heights[x] - heights[y]` when reduced. */
  readonly heights: Float64Array;
  readonly #arcs: Arcs;
  /** Arcs by the node that they leave: arc `a` forwards is 2a, backwards 2a + 1. */
  readonly #start: Int32Array;
  readonly #leaving: Int32Array;
  /** How many units each direction can still take. */
  readonly #room: Int32Array;
  readonly #distance: Float64Array;
  readonly #by: Int32Array;
  readonly #heap: NodeHeap;
  readonly #reached: Int32Array;
  #reachedCount = 0;

  constructor(nodes: number, arcs: Arcs) {
    const { tail, head, limit } = arcs;
    this.#arcs = arcs;
    this.heights = new Float64Array(nodes);
    this.#room = new Int32Array(2 * tail.length);
    this.#start = new Int32Array(nodes + 1);
    this.#leaving = new Int32Array(2 * tail.length);
    for (let arc = 0; arc < tail.length; arc += 1) {
      this.#room[2 * arc] = limit[arc] as number;
      for (const end of [tail[arc] as number, head[arc] as number]) this.#start[end + 1] = (this.#start[end + 1] as number) + 1;
    }
    for (let node = 0; node < nodes; node += 1) this.#start[node + 1] = (this.#start[node + 1] as number) + (this.#start[node] as number);
    const next = this.#start.slice();
    const place = (node: number, way: number) => {
      const at = next[node] as number;
      this.#leaving[at] = way;
      next[node] = at + 1;
    };
    for (let arc = 0; arc < tail.length; arc += 1) {
      place(tail[arc] as number, 2 * arc);
      place(head[arc] as number, 2 * arc + 1);
    }
    this.#distance = new Float64Array(nodes).fill(Infinity);
    this.#by = new Int32Array(nodes).fill(-1);
    this.#heap = new NodeHeap(this.#distance);
    this.#reached = new Int32Array(nodes);
  }

  /** How many units an arc takes. */
  used(arc: number): number {
    return this.#room[2 * arc + 1] as number;
  }

  /** Moves a unit along an arc without asking for its cost; `by` is -1 to take it back. */
  push(arc: number, by: number): void {
    this.#room[2 * arc] = (this.#room[2 * arc] as number) - by;
    this.#room[2 * arc + 1] = (this.#room[2 * arc + 1] as number) + by;
  }

  /** Nodes that the last search reached. */
  reached(): Int32Array {
    return this.#reached.slice(0, this.#reachedCount);
  }

  /** Sends a unit from a node to the nearest one of which `wants` is more than nought. Answers that one, or -1 where none is reached. */
  route(from: number, wants: Int32Array): number {
    const end = this.#search(from, wants);
    if (end < 0) return -1;
    this.#settle(this.#distance[end] as number);
    for (let node = end; node !== from;) {
      const way = this.#by[node] as number;
      this.push(way >> 1, way & 1 ? -1 : 1);
      node = this.#tailOf(way);
    }
    return end;
  }

  #tailOf(way: number): number {
    return (way & 1 ? this.#arcs.head[way >> 1] : this.#arcs.tail[way >> 1]) as number;
  }

  #forget(): void {
    for (let at = 0; at < this.#reachedCount; at += 1) this.#distance[this.#reached[at] as number] = Infinity;
    this.#reachedCount = 0;
    this.#heap.clear();
  }

  /** The nearest node that wants a unit (Dijkstra 1959 on reduced costs). */
  #search(from: number, wants: Int32Array): number {
    this.#forget();
    this.#distance[from] = 0;
    this.#reached[this.#reachedCount++] = from;
    this.#heap.lower(from);
    for (let node = this.#heap.take(); node >= 0; node = this.#heap.take()) {
      if ((wants[node] as number) > 0) return node;
      this.#lookFrom(node);
    }
    return -1;
  }

  #lookFrom(node: number): void {
    const { tail, head, cost } = this.#arcs;
    const distances = this.#distance;
    const heights = this.heights;
    const here = (distances[node] as number) + (heights[node] as number);
    const end = this.#start[node + 1] as number;
    for (let at = this.#start[node] as number; at < end; at += 1) {
      const way = this.#leaving[at] as number;
      if (this.#room[way] === 0) continue;
      const arc = way >> 1;
      const back = (way & 1) === 1;
      const to = (back ? tail[arc] : head[arc]) as number;
      const step = back ? -(cost[arc] as number) : (cost[arc] as number);
      // Rounding may leave a reduced cost a hair below nought.
      const distance = Math.max(distances[node] as number, here + step - (heights[to] as number));
      const before = distances[to] as number;
      if (distance >= before) continue;
      if (before === Infinity) this.#reached[this.#reachedCount++] = to;
      distances[to] = distance;
      this.#by[to] = way;
      this.#heap.lower(to);
    }
  }

  #settle(end: number): void {
    for (let at = 0; at < this.#reachedCount; at += 1) {
      const node = this.#reached[at] as number;
      const distance = this.#distance[node] as number;
      if (distance < end) this.heights[node] = (this.heights[node] as number) + distance - end;
    }
  }
}
