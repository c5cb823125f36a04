const startsBlock = /^\{?\/\*/;

/** The words of one comment without its marks and tables, up to its first tag. */
function wordsOf(lines) {
  const texts = lines.map((line) => line.replace(/^\{?\/\*+|^\/\/+|^\*(?!\/)|\*\/\}?.*$/g, '').trim());
  const tag = texts.findIndex((text) => /^@\w/.test(text));
  return texts
    .slice(0, tag < 0 ? texts.length : tag)
    .filter((text) => text && !text.startsWith('|'))
    .join(' ');
}

/** The comments of one source with their lines; consecutive `//` lines are one. Read by lines, because parsing every source would be slow. */
export function readComments(source) {
  const found = [];
  let block = null;
  let run = null;
  const add = ({ line, lines }) => {
    const text = wordsOf(lines);
    if (text) found.push({ line, text });
  };
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    if (block) {
      block.lines.push(line);
      if (!line.includes('*/')) continue;
      add(block);
      block = null;
      continue;
    }
    if (line.startsWith('//')) {
      run ??= { line: index + 1, lines: [] };
      run.lines.push(line);
      continue;
    }
    if (run) add(run);
    run = null;
    if (startsBlock.test(line)) {
      block = { line: index + 1, lines: [line] };
      if (!line.slice(2).includes('*/')) continue;
      add(block);
      block = null;
      continue;
    }
    const atTheEnd = /[;,{}()\]>] \/\/ (.*)$/.exec(line) ?? /[;,{(] \/\*\*? (.*?)\*\//.exec(line);
    if (atTheEnd) add({ line: index + 1, lines: [atTheEnd[1]] });
  }
  if (run) add(run);
  return found;
}

export const countWords = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
