import * as Y from 'yjs';
import type { PersonId } from '@alongside/domain/kernel/brand.js';

/** Who sent the first update of each client of a document: stamped by the hub as updates come in, never taken from the client. */
export type Writers = ReadonlyMap<number, PersonId>;

/** The clients whose structs an update brings. Each belongs to the person whose connection sent it first; another's is refused. */
export const clientsIn = (update: Uint8Array): ReadonlySet<number> => new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client));

/**
 * A new document without one writer’s structs, and without what is deleted. `share` names its top-level types. Updates of the old document
 * must not reach it.
 */
export function withoutWriter(document: Y.Doc, writers: Writers, gone: PersonId, share: Share): Y.Doc {
  // A copy, for what is shown and sent meanwhile stays as it is.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  read(copy, share);
  copy.transact((transaction) => {
    for (const [client, structs] of copy.store.clients) {
      if (writers.get(client) !== gone) continue;
      for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted && holdsWords(struct)) struct.delete(transaction);
    }
  });
  const fresh = new Y.Doc();
  for (const [name, kind] of Object.entries(share)) carryOver(copy, fresh, name, kind);
  return fresh;
}

/** The top-level types of a document, by name. */
export type Share = Readonly<Record<string, 'text' | 'fragment' | 'map' | 'list'>>;

/** An element holds what others wrote in it: it stays, and its writer's words in it go. What is left of it has no words. */
const holdsWords = ({ content }: Y.Item): boolean => !(content instanceof Y.ContentType);

const typeOf = (document: Y.Doc, name: string, kind: Share[string]) =>
  kind === 'text'
    ? document.getText(name)
    : kind === 'fragment'
      ? document.getXmlFragment(name)
      : kind === 'map'
        ? document.getMap(name)
        : document.getArray(name);

/** Types are known to a document only once they were asked for. */
function read(document: Y.Doc, share: Share): void {
  for (const [name, kind] of Object.entries(share)) typeOf(document, name, kind);
}

const cloned = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value);

function carryOver(from: Y.Doc, to: Y.Doc, name: string, kind: Share[string]): void {
  switch (kind) {
    case 'text':
      return to.getText(name).applyDelta(from.getText(name).toDelta());
    case 'fragment':
      return to.getXmlFragment(name).insert(0, from.getXmlFragment(name).toArray().map(cloned) as (Y.XmlElement | Y.XmlText)[]);
    case 'map':
      for (const [key, value] of from.getMap(name)) to.getMap(name).set(key, cloned(value));
      return;
    case 'list':
      return to.getArray(name).insert(0, from.getArray(name).toArray().map(cloned));
  }
}
