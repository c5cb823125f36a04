/** Marks that stand in names and addresses of places, and beside words. */
const MARKS = /[’‘“”–—…£€°½¼¾·•\u00a0®™©§¿¡«»ªº´]/;
/** Marks that stand before figures or alone, and never just before a word. */
const BEFORE_FIGURES = /[£€½¼¾°©®™§¿]/;
/** Letters that many names in these islands have; others are rarer. */
const USUAL = /[éèêëáàâäåíìîïóòôöøúùûüñç]/i;
/** Letters of any name: those of phonetics are not. */
const OF_NAMES = /[\u00c0-\u024f\u1e00-\u1eff]/;

/** Names and words with each of their letters beside those that it stands beside, so that “Zoë” is likelier than “Zoâ”. */
const NAMES = [
  'Zoë Zoé Chloë Chloé Renée René André Andrée Aimée Esmé Siân Siôn Llŷr Gwên Môn Tŷ Dŵr Tân Glân Gwlân Pêl Ffôn Cân Rhôs',
  'François Françoise Anaïs Inès Agnès Hélène Geneviève Éva Évans Élise Eloïse Noël Noëlle Joël Raphaël Michaël Gaël Maëlle Loïc',
  'Mélanie Amélie Aurélie Stéphane Frédéric Cédric Sébastien Thérèse Béatrice Cécile Désirée Jérôme Côté Benoît Gérard Léa Théo',
  'Siobhán Seán Róisín Máire Máiréad Sinéad Gráinne Aoibhín Caoimhín Ciarán Éamon Éilis Úna Órla Pádraig Tomás Ó Bríd Áine Dónal',
  'Séamus Nóra Mícheál Brónagh Clíona Dáithí Íde Póla Oisín Rónán Méabh Bláthnaid Fiadh Dáire Cáit Róise Étaín Máirtín Peadar',
  'Màiri Catrìona Eòghann Mòrag Ùna Seòras Gàidhlig Bàn Dòmhnall Mòr Sìne Òban',
  'Björn Bjørn Jörg Jürgen Müller Köhler Schröder Günther Jäger Bäcker Weiß Strauß Groß Böhm Käthe Lüdecke Schäfer Krämer Jönsson',
  'Søren Jørgen Håkon Åse Ångström Pär Björk Märta Sjöberg Lindström Rønning Kjær Bjørg Åberg Mårten Östberg Özil Ünal Ömer Özgür Çelik',
  'José Josée Núñez Muñoz Peña María García López Martínez Hernández González Pérez Rodríguez Sánchez Ramírez Fernández Gómez Díaz',
  'Álvarez Jiménez Íñigo Ángel Jesús Raúl Andrés Mónica Verónica Sofía Lucía Iñaki Núria Víctor Héctor Óscar Nicolás Ibáñez Martín',
  'João Simões Conceição Gonçalves Lourenço Magalhães Antônio Luís Estêvão Dvořák Novák Tomáš Wałęsa Zoltán István László György',
  'Café Crèche Résumé Élan Première Façade Entrée Fiancé École',
].join(' ');

/** Letters of a word that are looked at on either side. */
const WORD_LETTERS = 20;
const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter);

/** A letter and what it stands between, whatever the case. */
const between = (before: string, letter: string, after: string): string =>
  `${isLetter(before) ? before : ' '}${letter}${isLetter(after) ? after : ' '}`.toLowerCase();
const KNOWN: ReadonlySet<string> = new Set(
  Array.from(NAMES.matchAll(/[^\u0000-\u007f]/gu), ({ 0: letter, index }) =>
    between(NAMES[index - 1] ?? '', letter, NAMES[index + letter.length] ?? ''),
  ),
);

/** How likely people wrote these letters: each odd one counts against it, each usual one for it. 0 for plain text. */
export function likelihood(text: string): number {
  return scoresOf(text).reduce((sum, score) => sum + score, 0);
}

/** Whether any of its letters is one that people hardly write there: the others may be wrong as well. */
export const hasOddLetters = (text: string): boolean => scoresOf(text).some((score) => score < 0);

/** Whether it has letters of Iceland, of which each is one of Turkey in the Windows of there: “Yýldýz” is Yıldız. */
export const mayBeTurkish = (text: string): boolean => /[ðþý]/i.test(text);

/** Whether all that is not ASCII are letters of names: no marks, and no letters of another use. */
export const isOfNames = (text: string): boolean =>
  Array.from(text.matchAll(/[^\u0000-\u007f]/gu)).every(([letter]) => isLetter(letter) && OF_NAMES.test(letter));

function scoresOf(text: string): readonly number[] {
  // Once for the cell: it may be long.
  const isQuoted = /“[^“”]*”/.test(text);
  return Array.from(text.matchAll(/[^\u0000-\u007f]/gu), ({ 0: letter, index }) => scoreOf(text, letter, index, isQuoted));
}

function scoreOf(text: string, letter: string, index: number, isQuoted: boolean): number {
  const [before, after] = [text[index - 1] ?? '', text[index + letter.length] ?? ''];
  if (/[\u0080-\u009f\ufffd\p{Co}\p{Cn}]/u.test(letter)) return -10;
  // Letters of names in the countries that write with Latin letters; ƒ, ı and the letters of phonetics are not.
  if (/[ªºƒıˆ˜¨¸˘˙˚˝˛ˇ¯]/.test(letter)) return -3;
  if (isLetter(letter)) return OF_NAMES.test(letter) ? scoreOfLetter(text, letter, index) : -2;
  if (!MARKS.test(letter)) return -2;
  const isWithin = isLetter(before) && isLetter(after);
  // A space that does not break stands between words, and names begin with a capital.
  if (letter === '\u00a0' && isWithin) return isUpper(after) ? 2 : 0;
  if (isWithin) return /[’‘]/.test(letter) || `${before}${letter}${after}` === 'l·l' ? 2 : letter === '–' ? 1 : -2;
  if (BEFORE_FIGURES.test(letter) && isLetter(after)) return -2;
  // What was left open, and what stands in quotation marks.
  if (letter === '…' && isLetter(before)) return isUpper(before) ? 1 : 3;
  if (/[“”]/.test(letter) && isQuoted) return 2;
  if (letter === '’' && /s/i.test(before)) return 3;
  // A lone mark may be a letter of another encoding as well: it says nothing.
  return /[’‘“”]/.test(letter) ? 1 : 0;
}

function scoreOfLetter(text: string, letter: string, index: number): number {
  const [before, after] = [text[index - 1] ?? '', text[index + letter.length] ?? ''];
  if (/\d/.test(before + after)) return -2;
  const start = /\p{L}*$/u.exec(text.slice(Math.max(0, index - WORD_LETTERS), index))?.[0] ?? '';
  const rest = /^\p{L}*/u.exec(text.slice(index + letter.length, index + WORD_LETTERS))?.[0] ?? '';
  const usual = (USUAL.test(letter) ? 2 : 1) + (KNOWN.has(between(before, letter, after)) ? 1 : 0);
  if (isUpper(letter)) return start !== '' && !/^(?:Ma?c|D[eu]|L[ae])$/.test(start) && /\p{Ll}/u.test(start + rest) ? -2 : usual;
  // Caps Lock leaves letters with accents small.
  if (isUpper(before) && (isUpper(text[index - 2] ?? '') || isUpper(after))) return 0;
  if (start !== '' || !/^$|\s/.test(before)) return usual;
  // A word that begins small may be one, and a name seldom is; of letters that stand alone “à” is a word.
  return rest !== '' || letter === 'à' ? 1 : 0;
}
